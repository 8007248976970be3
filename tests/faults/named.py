"""What may go wrong, each with the tests that show what the program does then."""

from collections.abc import Mapping, Sequence

DELIVERY, INBOX, INGRESS = (
    "tests/bot/engine/test_delivery.py",
    "tests/bot/engine/test_inbox.py",
    "tests/bot/telegram/test_ingress.py",
)
TELEGRAM, SQLITE, CLOCK = (
    "tests/faults/test_telegram.py",
    "tests/faults/test_sqlite.py",
    "tests/faults/test_clock.py",
)
STOPS = "tests/faults/test_answers_over_a_stop.py"
RESTARTS, ROWS = "tests/scenarios/test_restarts.py", "tests/services/outbox/test_deliveries.py"

FAULTS: Mapping[str, Sequence[str]] = {
    "killed at random moments": [
        "tests/faults/test_kills.py",
        f"{ROWS}::test_what_was_on_its_way_when_a_worker_died_counts_as_said",
    ],
    "killed between waves": ["tests/faults/test_waves.py"],
    "killed between injects and steps": [
        "tests/faults/test_drills.py",
        "tests/faults/test_playbooks.py",
        "tests/faults/test_steps.py",
    ],
    "killed while a workbook is written": [
        "tests/handlers/workbooks/test_writing.py::test_rows_that_a_killed_run_left_are_deleted_by_the_next_and_those_of_a_living_one_are_not",
        f"{RESTARTS}::test_an_export_that_dies_with_the_bot_leaves_nothing_behind_and_is_made_by_the_next_one",
    ],
    "429 with retry_after": [
        f"{DELIVERY}::test_one_chats_refusal_rests_that_chat_alone",
        f"{DELIVERY}::test_refusals_of_two_chats_stop_broadcasts_but_never_the_answer_to_a_tap",
        f"{TELEGRAM}::test_ten_minutes_without_telegram_lose_no_alert",
    ],
    "500 and 502": [
        f"{DELIVERY}::test_an_alert_whose_fate_is_unknown_is_sent_again_and_says_so",
        f"{DELIVERY}::test_an_alert_rests_longer_before_each_repeat_and_is_uncertain_in_the_end",
    ],
    "refused connections": [f"{TELEGRAM}::test_a_refused_connection_leaves_no_copy_and_the_alert_comes_once"],
    "connections dropped before and after": [
        "tests/bot/telegram/test_transport.py::test_after_a_dropped_connection_nobody_knows",
        f"{DELIVERY}::test_an_alert_whose_fate_is_unknown_is_sent_again_and_says_so",
        f"{DELIVERY}::test_both_copies_of_an_alert_carry_the_same_buttons_and_one_answer_counts",
    ],
    "slow answers": [
        f"{TELEGRAM}::test_a_slow_answer_to_one_person_keeps_no_tap_waiting",
        "tests/bot/telegram/test_transport.py::test_an_answer_that_does_not_come_in_time_is_unknown",
    ],
    "something else answers for Telegram": [
        "tests/faults/test_foreign_answers.py",
        f"{STOPS}::test_a_captive_portal_in_the_middle_of_a_broadcast_loses_nothing",
    ],
    "colleagues' taps wait over a stop": [
        "tests/bot/engine/test_order_of_arrival.py",
        f"{STOPS}::test_of_colleagues_taps_that_waited_over_a_stop_the_last_counts",
    ],
    "a clock that was ahead": [
        "tests/faults/test_clock_ahead.py",
        f"{STOPS}::test_a_clock_that_was_ahead_and_is_set_right_and_back_loses_nothing",
    ],
    "settings and files that cannot be": ["tests/bot/test_broken_starts.py"],
    "connections that say nothing": ["tests/bot/base/test_listener.py"],
    "an outage of ten minutes": [f"{TELEGRAM}::test_ten_minutes_without_telegram_lose_no_alert"],
    "malformed updates": [f"{INBOX}::test_an_update_that_cannot_be_read_is_set_aside_at_once_and_the_others_go_on"],
    "updates delivered twice": [
        f"{INGRESS}::test_an_update_that_is_handed_over_twice_is_applied_once",
        f"{TELEGRAM}::test_an_update_that_comes_again_after_it_was_applied_changes_nothing",
    ],
    "updates out of order": [f"{TELEGRAM}::test_taps_of_one_person_that_come_in_the_wrong_order_are_applied_in_theirs"],
    "blocked and deactivated people": [
        f"{DELIVERY}::test_who_blocked_the_bot_is_unreachable_in_the_tally",
        f"{DELIVERY}::test_who_blocks_the_bot_after_the_alert_is_unreachable_at_once_and_not_reminded",
    ],
    "unknown chats": [f"{TELEGRAM}::test_who_never_opened_the_bot_is_unreachable_and_keeps_nobody_waiting"],
    "groups that migrate": [
        f"{ROWS}::test_a_group_that_moved_is_written_to_at_its_new_place",
        f"{RESTARTS}::test_a_task_on_its_way_into_a_group_that_becomes_a_supergroup_arrives_there_once",
    ],
    "HTML that won't parse": [f"{DELIVERY}::test_html_that_telegram_cannot_read_goes_as_plain_text"],
    "after an outage of more than two minutes": ["tests/scenarios/watch/test_outages.py"],
    "database locked": [
        "tests/faults/test_lost_databases.py::test_a_database_that_another_program_locks_is_waited_for",
        SQLITE,
    ],
    "disk full": [
        "tests/faults/test_lost_databases.py::test_on_a_full_disk_everything_waits_until_there_is_room",
        f"{SQLITE}::test_on_a_full_disk_nothing_is_confirmed_and_with_room_again_all_goes_on",
    ],
    "PostgreSQL restarted, connections cut": ["tests/faults/test_postgresql.py"],
    "clock back one hour, forward one day": ["tests/bot/base/test_clock.py", CLOCK],
    "time zones": [
        "tests/services/duty/test_watchers.py",
        "tests/services/duty/test_rota.py",
        "tests/services/notation/test_moments.py",
    ],
    "29 February": [
        f"{CLOCK}::test_on_the_29th_of_february_an_incident_begins_and_on_the_first_of_march_it_ends",
        "tests/services/notation/test_moments.py::test_the_29th_of_february_is_found_across_a_century_without_one",
        "tests/services/duty/test_watchers.py::test_weeks_run_over_leap_days_and_the_end_of_the_year",
    ],
    "SIGTERM in a storm": ["tests/faults/test_storm.py"],
    "a second instance on the same file": [
        "tests/bot/test_cli.py::test_a_second_start_over_the_same_database_is_refused"
    ],
}
