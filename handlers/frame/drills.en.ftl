### Drills

drill-word = DRILL
drill-before = <b>DRILL · { $code }</b>
