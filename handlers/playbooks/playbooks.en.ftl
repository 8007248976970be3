### Playbooks

script-kind-playbook = Playbook
script-kind-drill = Drill script
run-step-waiting = to come
run-step-due = under way
run-step-done = done
run-step-skipped = skipped

refusal-script-unknown = There is no such script; what was being changed may have been dropped.
refusal-script-replaced = There is a version { $version } of this script by now. Please open the list again.
refusal-script-retired = The script “{ $title }” is out of use.
refusal-script-saved = A saved version stays as it is. Please tap Change to begin a new one.
refusal-script-title-length = The name of a script has 1 to { $limit } characters; this one has { $length }.
refusal-script-without-steps = The script has no step yet, so it cannot be saved.
refusal-script-step-unknown = This step is not in the version being changed any more; a colleague may have removed it.
refusal-too-many-steps = A script has at most { $limit } steps.
refusal-step-text-length = What a step says has 1 to { $limit } characters; this has { $length }.
refusal-step-expected-length = What is expected has at most { $limit } characters; this has { $length }.
refusal-step-minutes-range = The time must be between { $least } and { $most } minutes.
refusal-run-unknown = There is no such run of a script.
refusal-run-over = This run ended at { $at }.
refusal-run-step-settled = Step { $place } was over at { $at }; no need to tap again.
refusal-nothing-to-step-to = No step is timed to come: those left wait for the one before them.
refusal-skip-reason-missing = A step is skipped with a reason. Please type the reason.
refusal-skip-reason-length = The reason has at most { $limit } characters; this has { $length }.

## In the file of data

file-sheet-scripts = Scripts written
file-sheet-script-runs = Scripts run
file-sheet-run-steps = Steps of scripts
