### Diễn tập

drill-word = DIỄN TẬP
drill-before = <b>DIỄN TẬP · { $code }</b>
