### Suspended, and back again

suspension-button-suspend = ⏸ Suspend
suspension-button-reinstate = ▶ Reinstate
suspension-button-merge = 🔀 Merge with another

suspension-ask = ⏸ <b>Suspend { $member }</b>
    Please choose or type the <b>reason</b>. The representatives of the business will read exactly these words.
suspension-reason-unreachable = The business could not be reached several times.
suspension-reason-data = The data of the business have not been confirmed.
suspension-reason-licence = The licence or confirmation of the business has expired.
suspension-reason-rules = The business has not kept to the rules of the network.
suspension-preview = ⏸ <b>Suspend { $member }?</b>
    The reason that the business will read:
    <blockquote>{ $reason }</blockquote>
    • representatives told: { $people }; they get no alerts, cannot answer and cannot act for the business
    • the business no longer appears in the roster that other businesses see
suspension-incidents = • incidents under way: { $codes }. Answers already given stay, marked ⏸ in the tally
suspension-tasks = • ⚠️ open tasks that somebody else must take: { $codes }
suspension-button-confirm = ⏸ Suspend
suspension-button-change = ✏️ Change the reason
suspension-done = ⏸ <b>{ $member }</b> is suspended. To reinstate it, open it in the roster.
suspension-done-tasks = ⚠️ Open tasks to give to another business: { $codes }

reinstatement-ask = ▶ <b>Reinstate { $member }?</b>
    It was suspended for this reason:
    <blockquote>{ $reason }</blockquote>
    Its representatives are told; from then on it gets alerts and is in the roster again.
reinstatement-button-confirm = ▶ Reinstate
reinstatement-button-keep = ◀ No
reinstatement-done = ▶ <b>{ $member }</b> takes part in the network again.
suspension-kept = Nothing has changed.

membership-suspended = ⏸ <b>{ $member } is suspended from the network.</b> The reason:
    <blockquote>{ $reason }</blockquote>
    Meanwhile the business gets no alerts, cannot answer and is not in the roster. If you have questions, please contact { $department }.
membership-member-suspended = ⏸ <b>{ $member }</b> was suspended by a coordinator. The reason:
    <blockquote>{ $reason }</blockquote>
membership-reinstated = ▶ <b>{ $member } takes part in the network again.</b> From now on you get its alerts and answer for it. Thank you very much.
membership-member-reinstated = ▶ <b>{ $member }</b> takes part in the network again.
membership-merged = 🔀 <b>{ $member }</b>: two records of the same business have been merged into one, with tax code { $tax_code }. The answers, tasks and representatives of the other record now belong to this one. Please check the data of the business; if anything is wrong, please tell { $department }.

refusal-member-unknown = There is no such business.
refusal-not-in-network = Only a business that is in the network can be suspended: { $name }.
refusal-not-suspended = This business is not suspended: { $name }.
refusal-suspension-reason-length = The reason needs 1 to { $limit } characters; this one has { $length }. Please make it shorter.
