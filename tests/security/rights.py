"""What everybody may do, written down by hand: the program is held against this table, never the other way round."""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.security.town import ACTORS

Who = frozenset[str]
NOBODY: Who = frozenset()
ALL: Who = frozenset(ACTORS)
OWNER: Who = frozenset({"owner"})
STAFF: Who = frozenset({"coordinator", "duty officer", "owner"})
PRIMARY: Who = frozenset({"primary"})
OUTSIDER: Who = frozenset({"outsider"})
# Those who speak for the business that was alerted and has the task, and those who speak for any business.
SPEAKERS: Who = frozenset({"primary", "representative"})
MEMBERS: Who = SPEAKERS | OUTSIDER
# Whose standing lets them see the number of somebody of another business; nobody else ever does.
CALLERS: Who = MEMBERS | STAFF


@dataclass(frozen=True)
class Right:
    """Who is served by a button about what is under way, about anything else, and in groups.

    These are the business's own group and the operations group.
    """

    here: Who
    elsewhere: Who = NOBODY
    in_group: Who = NOBODY
    in_operations: Who = NOBODY


NEVER = Right(NOBODY)
BUTTONS: Mapping[str, Right] = {
    # The menu opens rooms, each with a right of its own.
    "MenuTap:menu": Right(ALL),
    "MenuTap:register": Right(ALL),
    "MenuTap:business": Right(MEMBERS),
    "MenuTap:declare": Right(STAFF),
    "MenuTap:incidents": Right(MEMBERS | STAFF | {"observer"}),
    "MenuTap:questions": Right(MEMBERS | STAFF),
    "MenuTap:tasks": Right(MEMBERS | STAFF),
    "MenuTap:roster": Right(ALL),  # who is no reader is told how to register
    "MenuTap:applications": Right(STAFF),
    "MenuTap:capabilities": Right(STAFF),
    "MenuTap:playbooks": Right(STAFF),
    "MenuTap:templates": Right(STAFF),
    "MenuTap:policies": Right(STAFF),
    "MenuTap:workbooks": Right(STAFF),
    "MenuTap:contacttest": Right(STAFF),
    "MenuTap:drills": Right(STAFF),
    "MenuTap:systems": Right(MEMBERS | STAFF),
    "MenuTap:group": Right(ALL),  # who speaks for nobody is told whose it is to bind a group
    "MenuTap:operations": Right(STAFF),
    "MenuTap:situation": Right(STAFF),
    "MenuTap:duty": Right(MEMBERS),
    "MenuTap:staff": Right(OWNER),
    "MenuTap:mydata": Right(ALL),
    "MenuTap:help": Right(ALL),
    "MenuTap:more": Right(ALL),
    "MenuTap:resume": Right(ALL),
    "MenuTap:prepare": Right(STAFF),
    "MenuTap:language": Right(ALL),
    "LanguageTap": Right(ALL),
    # Applications: coordinators, and of those who would join a business its primary contact.
    "CorrectionTap": Right(frozenset({"applicant"})),
    "ApplicationTap:list": Right(STAFF, STAFF),
    "ApplicationTap:show": Right(STAFF | PRIMARY, STAFF | OUTSIDER),
    "ApplicationTap:approve": Right(STAFF | PRIMARY),
    "ApplicationTap:reject": Right(STAFF | PRIMARY),
    "ApplicationTap:ask": Right(STAFF),
    "CapabilityTap:list": Right(STAFF, STAFF),
    "CapabilityTap:add": Right(STAFF, STAFF),
    "CapabilityTap:choose": Right(STAFF, STAFF),
    "CapabilityTap:retire": Right(STAFF),
    "CapabilityTap:confirm": Right(STAFF),
    "CapabilityTap:units": Right(STAFF, STAFF),
    "CapabilityTap:unit": Right(STAFF),
    "CapabilityUnitTap:ask": Right(STAFF),
    "CapabilityUnitTap:change": Right(STAFF),
    # Incidents: who was alerted answers, coordinators lead.
    "DetailsTap": Right(SPEAKERS | STAFF, SPEAKERS | STAFF, in_group=SPEAKERS),
    "AnswerTap": Right(SPEAKERS, in_group=SPEAKERS),
    "CardTap": Right(SPEAKERS),
    "ResendTap": NEVER,  # nothing has failed
    "ResendNowTap": NEVER,
    "TakeBackTap": Right(STAFF),
    "UnsentTap": Right(STAFF, STAFF),
    "OfferTap": Right(SPEAKERS),
    "CorrectTap": Right(STAFF),
    "AnsweredBeforeTap": Right(STAFF, STAFF),
    "TellCorrectionTap": NEVER,  # nothing was corrected
    "ReopenTap": Right(NOBODY, STAFF),
    "ReopenNowTap": Right(NOBODY, STAFF),
    "CallMoreTap": Right(STAFF),
    "OnSiteTap": Right(SPEAKERS, in_group=SPEAKERS),
    "GoneTap": NEVER,  # nobody is on site
    "SiteTap": Right(STAFF, STAFF),
    "SitePlacesTap": Right(STAFF, STAFF),
    "LateTap": Right(STAFF, STAFF),
    "AskLateTap": Right(NOBODY, STAFF),
    "StrikeLateTap": NEVER,  # everybody can be asked
    "StandDownTap": Right(NOBODY, SPEAKERS),
    "UsefulTap": Right(SPEAKERS, SPEAKERS),
    "TallyTap": Right(STAFF, STAFF),
    "ListTap": Right(STAFF, STAFF),
    "LeavesTap": Right(STAFF, STAFF),
    "TallyPartTap": Right(STAFF, STAFF),
    "TallyDownTap": Right(STAFF, STAFF),
    "OffersTap": Right(STAFF, STAFF),
    "CalledTap": Right(STAFF, STAFF),
    "AnswerFilesTap": Right(STAFF, STAFF),
    "RemindTap": NEVER,  # the alert has only just gone out
    "RemindNowTap": NEVER,
    "HandlingTap": Right(STAFF),
    "UnhandledTap": Right(STAFF),
    "NoticeTap": Right(STAFF),
    # Updates: whoever is asked acknowledges, coordinators write and look.
    "UnchangedTap": NEVER,  # an update went out just now
    "AcknowledgeTap": Right(SPEAKERS | {"observer"}, in_group=SPEAKERS),
    "SeenTap": Right(STAFF, STAFF),
    "RemindSeenNowTap": Right(STAFF),
    "RemindSeenTap": Right(STAFF),
    # Command: who coordinates looks; the coordinator holds it, and offered it to the owner.
    "CommandTap": Right(STAFF, STAFF),
    "CommandChooseTap": Right(frozenset({"coordinator"})),
    "CommandToTap": Right(NOBODY, frozenset({"coordinator"})),
    "CommandAskTap": Right(OWNER),  # command was offered to the owner, which nobody else may wipe out
    "CommandAnswerTap": Right(OWNER),
    "CommandOverTap": NEVER,  # the holder answers
    "CloseTap": Right(STAFF),
    # Policies and waves: coordinators.
    "PolicyTap:show": Right(STAFF, STAFF),
    "PolicyTap:edit": Right(STAFF, STAFF),
    "PolicyTap:silence": Right(STAFF, STAFF),
    "PolicyTap:some": Right(STAFF, STAFF),
    "WavesTap": Right(STAFF, STAFF),
    "CallWaveTap": NEVER,  # everybody who may be called was called
    "CallWaveNowTap": NEVER,
    "HoldWavesTap": Right(STAFF),
    "ReleaseWavesTap": Right(STAFF),
    # How far an incident may be told.
    "LabelsTap": Right(STAFF, STAFF),
    "LabelTap": Right(STAFF, STAFF),
    "LabelSurelyTap": Right(STAFF, STAFF),
    "RecipientsTap": NEVER,  # the town's incident is for more than named people
    "RecipientTap:ask": NEVER,
    "RecipientTap:name": NEVER,
    "RecipientTap:out": NEVER,
    # Systems that an incident touches, and what must be told because of them.
    "TouchedTap:show": Right(STAFF, STAFF),
    "TouchedTap:add": Right(STAFF),
    "TouchedTap:less": Right(STAFF, STAFF),
    "TouchedTap:raise": Right(STAFF),
    "TouchedTap:call": NEVER,  # whoever has to do with the system was alerted
    "TouchedTap:duties": Right(STAFF, STAFF),
    "TouchedTap:rules": Right(STAFF),
    "TouchedSystemTap:take": Right(STAFF, STAFF),
    "TouchedSystemTap:drop": Right(STAFF, STAFF),
    "LegalDutyTap:show": Right(STAFF, STAFF),
    "LegalDutyTap:told": Right(STAFF),
    "LegalDutyTap:again": Right(STAFF, STAFF),
    "LegalDutyTap:move": Right(STAFF),
    "LegalDutyTap:drop": Right(STAFF),
    # Documents about an incident.
    "PapersTap": Right(STAFF, STAFF),
    "PaperTap:show": Right(STAFF, STAFF),
    "PaperTap:fill": Right(STAFF, STAFF),
    "PaperTap:file": Right(STAFF, STAFF),
    "PaperFieldTap": Right(STAFF, STAFF),
    "TimeLineTap": Right(STAFF, STAFF),
    # Questions: whose words they are says where they go, coordinators settle them.
    "AskTap:send": NEVER,  # the question is sent
    "AskTap:drop": NEVER,
    "AskTap:back": Right(PRIMARY, in_group=PRIMARY),
    "AskAboutTap": NEVER,
    "WrittenAnswerTap": Right(SPEAKERS, in_group=SPEAKERS),
    "QuestionTap:show": Right(STAFF, STAFF),
    "QuestionTap:answer": Right(STAFF, STAFF),
    "QuestionTap:note": Right(STAFF, STAFF),
    "QuestionTap:unnote": NEVER,  # nothing is noted there
    "QuestionTap:hand": Right(STAFF, STAFF),
    "QuestionTap:all": Right(STAFF, STAFF),
    "QuestionTap:alike": NEVER,  # nobody asks the same there
    "QuestionTap:declare": Right(STAFF, STAFF),
    "QuestionTap:files": Right(STAFF, STAFF),
    "QuestionTap:thread": Right(STAFF, STAFF),
    "HandTap": NEVER,  # to no coordinator
    "QuestionsTap": Right(STAFF | SPEAKERS, STAFF),
    # Groups and duty: who speaks for the business.
    "GroupTap:show": Right(SPEAKERS, OUTSIDER, in_group=SPEAKERS),
    "GroupTap:ask": Right(SPEAKERS, in_group=SPEAKERS),
    "GroupTap:unbind": Right(SPEAKERS, in_group=SPEAKERS),
    "GroupTap:topic": Right(NOBODY, in_group=SPEAKERS),
    "GroupTap:link": Right(PRIMARY, OUTSIDER),
    "DutyTap:show": Right(SPEAKERS, OUTSIDER),
    "DutyTap:hours": Right(SPEAKERS, OUTSIDER),
    "DutyTap:weeks": Right(SPEAKERS, OUTSIDER),
    "DutyTap:order": Right(SPEAKERS, OUTSIDER),
    "DutyTap:clear": Right(SPEAKERS, OUTSIDER),
    # The operations group: coordinators act, and owners say which one it is.
    "OperationsGroupTap:show": Right(STAFF),
    "OperationsGroupTap:check": Right(STAFF),
    "OperationsGroupTap:ask": Right(OWNER),
    "OperationsGroupTap:go": Right(OWNER),
    "TopicTap:handling": Right(STAFF, in_operations=STAFF),
    "TopicTap:unhandled": Right(STAFF, in_operations=STAFF),
    "TopicTap:remind": NEVER,  # the alert has only just gone out
    "TopicTap:now": NEVER,
    "TopicTap:nothing": Right(STAFF, STAFF, in_operations=STAFF),
    "TopicTap:situation": Right(STAFF, STAFF, in_operations=STAFF),
    "TopicTap:log": Right(STAFF, STAFF, in_operations=STAFF),
    "TopicTap:mine": Right(STAFF, STAFF, in_operations=STAFF),
    # A coordinator wrote the words; the town's incidents have no topic, so that no log can be chosen.
    "TalkTap:keep": NEVER,
    "TalkTap:leave": Right(NOBODY, in_operations=STAFF),
    "LogTap": Right(STAFF, STAFF, in_operations=STAFF),
    "LogFilesTap": Right(STAFF, STAFF, in_operations=STAFF),
    # Tasks: the owner's people take steps, coordinators give orders.
    "TaskTap": Right(SPEAKERS | STAFF, SPEAKERS | STAFF),
    "TaskFilesTap": Right(SPEAKERS | STAFF, SPEAKERS | STAFF),
    "TaskListTap": Right(STAFF, STAFF),
    "TaskStepTap:acknowledged": Right(SPEAKERS, in_group=SPEAKERS),
    "TaskStepTap:declined": Right(SPEAKERS, in_group=SPEAKERS),
    "TaskStepTap:started": NEVER,
    "TaskStepTap:on_site": NEVER,
    "TaskStepTap:blocked": NEVER,
    "TaskStepTap:done": NEVER,
    "TaskStepTap:assigned": NEVER,
    "TaskStepTap:sent_back": NEVER,
    "TaskStepTap:reassigned": NEVER,
    "TaskStepTap:verified": NEVER,
    "TaskStepTap:cancelled": NEVER,
    "TaskOrderTap:reassigned": Right(STAFF, STAFF),
    "TaskOrderTap:cancelled": Right(STAFF, STAFF),
    "TaskOrderTap:verified": Right(NOBODY, STAFF),
    "TaskOrderTap:sent_back": Right(NOBODY, STAFF),
    "TaskVerifyTap": Right(NOBODY, STAFF),
    "TaskOrderTap:assigned": NEVER,
    "TaskOrderTap:acknowledged": NEVER,
    "TaskOrderTap:started": NEVER,
    "TaskOrderTap:on_site": NEVER,
    "TaskOrderTap:blocked": NEVER,
    "TaskOrderTap:done": NEVER,
    "TaskOrderTap:declined": NEVER,
    # Playbooks are the office's, before and while they run.
    "PlaybookListTap": Right(STAFF),
    "TemplateNewTap": Right(STAFF),
    "TemplateListTap": Right(STAFF, STAFF),
    "TemplateTap:show": Right(STAFF, STAFF),
    "TemplateTap:change": Right(STAFF),
    "TemplateTap:up": Right(STAFF),
    "TemplateTap:down": Right(STAFF),
    "TemplateTap:retire": Right(STAFF, STAFF),
    "TemplateTap:retire_now": Right(STAFF, STAFF),
    "TemplateTap:bring_back": Right(STAFF, STAFF),
    "PlaybookTap": Right(STAFF, STAFF),
    "PlaybookStepTap": Right(STAFF, STAFF),
    "RetiredTap": Right(STAFF),
    "ScriptNewTap": Right(STAFF),
    "ScriptActTap:change": Right(STAFF, STAFF),
    "ScriptActTap:add": Right(NOBODY, STAFF),
    "ScriptActTap:rename": Right(NOBODY, STAFF),
    "ScriptActTap:types": Right(NOBODY, STAFF),
    "ScriptActTap:save": Right(NOBODY, STAFF),
    "ScriptActTap:drop": Right(NOBODY, STAFF),
    "ScriptActTap:drop_now": Right(NOBODY, STAFF),
    "ScriptActTap:retire": Right(STAFF),
    "ScriptActTap:retire_now": Right(STAFF),
    "ScriptActTap:bring_back": Right(STAFF, STAFF),
    "StepActTap:text": Right(NOBODY, STAFF),
    "StepActTap:expected": Right(NOBODY, STAFF),
    "StepActTap:role": Right(NOBODY, STAFF),
    "StepActTap:when": Right(NOBODY, STAFF),
    "StepActTap:within": Right(NOBODY, STAFF),
    "StepActTap:up": Right(NOBODY, STAFF),
    "StepActTap:down": Right(NOBODY, STAFF),
    "StepActTap:files": Right(NOBODY, STAFF),
    "StepActTap:out": Right(NOBODY, STAFF),
    "StepActTap:out_now": Right(NOBODY, STAFF),
    "PlaybookOffersTap": Right(STAFF, STAFF),
    "PlaybookStartTap": Right(STAFF),
    "RunTap": Right(STAFF),
    "RunPauseTap": Right(STAFF),
    "RunStepTap": Right(STAFF, STAFF),
    "RunStepDoneTap": Right(STAFF),
    "RunStepUndoneTap": NEVER,  # the step is not done
    "RunStepSkipTap": Right(STAFF),
    "RunStepOwnersTap": Right(STAFF),
    "RunStepGiveTap": Right(STAFF, STAFF),
    "AssignTap": Right(STAFF, STAFF),
    "AssignNowTap": NEVER,  # the dialogue under way is another
    # Contact tests: one of the telecom businesses is under way, and the postal one is suspended.
    "AskContactsTap:choose": Right(STAFF),
    "AskContactsTap:all": NEVER,
    "AskContactsTap:telecom": NEVER,
    "AskContactsTap:postal": NEVER,
    "AskContactsTap:it": Right(STAFF),
    "ConfirmContactTap": Right(SPEAKERS),
    "ContactTestTap:show": Right(STAFF, STAFF),
    "ContactTestTap:again": NEVER,  # they were asked only just now
    "ContactTestTap:end": Right(STAFF),
    "ContactTestTap:end-now": Right(STAFF),
    "ContactListTap": Right(STAFF, STAFF),
    # Escalation: owners fill the posts, coordinators call, whoever is called in the bot answers.
    "MenuTap:escalate": Right(STAFF),
    "PostsTap": Right(STAFF),
    "PostTap": Right(OWNER),
    "PostEmptyTap": Right(OWNER),
    "EscalateTap": Right(STAFF, STAFF),
    "EscalationTap:show": Right(STAFF, STAFF),
    "EscalationTap:calls": Right(STAFF, STAFF),
    "EscalationTap:next": Right(STAFF, STAFF),
    "EscalationTap:next-now": Right(STAFF, STAFF),
    "EscalationTap:end": Right(STAFF, STAFF),
    "EscalationTap:end-now": Right(STAFF, STAFF),
    "EscalationTap:minutes": Right(STAFF, STAFF),
    "EscalationTap:link": Right(STAFF, STAFF),
    "CallTap": Right(STAFF, STAFF),
    "CallMarkTap": Right(STAFF, STAFF),
    "CallAnswerTap": Right(frozenset({"duty officer"})),
    # Reports: whoever speaks for the business reports, the reporter adds, coordinators decide.
    "MenuTap:report": Right(MEMBERS),
    "MenuTap:reports": Right(MEMBERS | STAFF),
    "ReportNewTap": Right(MEMBERS),
    "ReportTap": Right(SPEAKERS | STAFF, SPEAKERS | STAFF),
    "ReportListTap": Right(STAFF, STAFF),  # a member's names no incident
    "ReportFilesTap": Right(SPEAKERS | STAFF, SPEAKERS | STAFF),
    "ReportAddTap": Right(PRIMARY, PRIMARY),
    "ReportAnswerTap": Right(PRIMARY, PRIMARY),
    "ReportNamingTap": Right(NOBODY, PRIMARY),  # the matter is not over
    "ReportOrderTap:seen": Right(STAFF, STAFF),
    "ReportOrderTap:asked_back": Right(STAFF, STAFF),
    "ReportOrderTap:handed_up": Right(STAFF, STAFF),
    "ReportOrderTap:declared": Right(STAFF, STAFF),
    "ReportOrderTap:joined": Right(STAFF, STAFF),
    "ReportOrderTap:advisory": Right(STAFF, STAFF),
    "ReportOrderTap:nothing": Right(STAFF, STAFF),
    "ReportOrderTap:parted": Right(STAFF, STAFF),
    "ReportOrderTap:taken_up": Right(STAFF, STAFF),
    "ReportOrderTap:added": NEVER,
    "ReportOrderTap:laid": NEVER,
    "ReportOrderTap:edited": NEVER,
    "ReportOrderTap:put_back": NEVER,
    "ReportIncidentsTap": Right(STAFF, STAFF),
    "ReportCourseTap": Right(STAFF, STAFF),
    "ReportJoinTap": Right(STAFF, STAFF),
    "ReportLayTap": Right(STAFF, STAFF),
    # Drills: one of the telecom businesses is under way, one of everybody is planned.
    "DrillsTap:list": Right(STAFF),
    "DrillsTap:plan": Right(STAFF),
    "DrillsTap:scripts": Right(STAFF),
    "DrillsTap:write": Right(STAFF),
    "DrillsTap:sample": Right(STAFF),
    "DrillTap:show": Right(STAFF, STAFF),
    "DrillTap:begin": Right(NOBODY, STAFF),
    "DrillTap:begin-now": Right(NOBODY, STAFF),
    "DrillTap:cancel": Right(NOBODY, STAFF),
    "DrillTap:cancel-now": Right(NOBODY, STAFF),
    "NextInjectTap": Right(NOBODY, STAFF),  # the first was sent
    "DrillTap:rest": Right(STAFF),
    "DrillTap:go-on": NEVER,  # it does not rest
    "DrillTap:end": Right(STAFF),
    "DrillTap:end-now": Right(STAFF),
    "DrillTap:file": Right(STAFF, STAFF),
    # One runs, one is planned.
    "DrillChangeTap:when": Right(NOBODY, STAFF),
    "DrillChangeTap:circle": Right(NOBODY, STAFF),
    "DrillChangeTap:add": Right(STAFF, STAFF),
    "ParticipantsTap": Right(STAFF, STAFF),
    "ParticipantTap:show": Right(STAFF, STAFF),
    "ParticipantTap:out": Right(NOBODY, STAFF),
    "ScoreTap": Right(STAFF, STAFF),
    "RepliesTap": Right(STAFF, STAFF),
    "InjectTap:show": Right(SPEAKERS),
    "InjectTap:seen": Right(SPEAKERS, in_group=SPEAKERS),
    "InjectTap:done": Right(SPEAKERS, in_group=SPEAKERS),
    "InjectTap:cannot": Right(SPEAKERS, in_group=SPEAKERS),
    "InjectTap:words": Right(SPEAKERS),
    # Scripts of drills: one is being written, one is saved.
    "ExerciseTap:show": Right(STAFF, STAFF),
    "ExerciseTap:change": Right(STAFF, STAFF),
    "ExerciseTap:add": Right(STAFF),
    "ExerciseTap:save": Right(STAFF),
    "ExerciseTap:drop": Right(STAFF),
    "ExerciseTap:retire": Right(NOBODY, STAFF),
    "TakeOutTap": Right(STAFF),
    # The roster: members and observers read it, observers without contacts.
    "MemberTap:show": Right(CALLERS | {"observer"}, CALLERS | {"observer"}),
    "MemberTap:people": Right(CALLERS, CALLERS),
    "MemberTap:phone": Right(CALLERS),
    "ContactTap": Right(CALLERS, CALLERS),
    # Systems: coordinators keep the register; whose business owns, operates or provides for one sees that one.
    "SystemsTap": Right(MEMBERS | STAFF, MEMBERS | STAFF),
    "SystemTap:show": Right(SPEAKERS | STAFF, STAFF),
    "SystemTap:people": Right(SPEAKERS | STAFF, STAFF),
    "SystemTap:add": Right(STAFF, STAFF),
    "SystemTap:edit": Right(STAFF, STAFF),
    "SystemTap:retire": Right(STAFF, STAFF),
    "SystemTap:surely": Right(STAFF, STAFF),
    # A business's own pages.
    "BusinessTap:list": Right(MEMBERS, MEMBERS),
    "BusinessTap:card": Right(SPEAKERS, OUTSIDER),
    "BusinessTap:edit": Right(SPEAKERS, OUTSIDER),
    "BusinessTap:people": Right(SPEAKERS, OUTSIDER),
    "BusinessTap:away": Right(SPEAKERS, OUTSIDER),
    "BusinessTap:back": NEVER,  # none of them is away
    "BusinessTap:leave": Right(PRIMARY, OUTSIDER),
    "BusinessTap:surely": Right(PRIMARY, OUTSIDER),
    "BusinessTap:now": Right(NOBODY, OUTSIDER),  # the telecom business has open tasks
    "RepresentativeTap:show": Right(SPEAKERS, SPEAKERS | OUTSIDER),
    "RepresentativeTap:ask-remove": Right(PRIMARY),
    "RepresentativeTap:remove": Right(PRIMARY),
    "RepresentativeTap:ask-offer": Right(PRIMARY),
    "RepresentativeTap:offer": NEVER,  # it is offered already
    "RepresentativeTap:unoffer": Right(SPEAKERS, SPEAKERS | OUTSIDER),  # one's own offer, if there is one
    "RepresentativeTap:ask-down": Right(SPEAKERS, SPEAKERS | OUTSIDER),
    "RepresentativeTap:down": Right(SPEAKERS, SPEAKERS | OUTSIDER),
    "RepresentativeTap:take": NEVER,  # there is a primary contact
    "PrimaryTap": Right(frozenset({"representative"})),
    "InviteTap": Right(STAFF | PRIMARY, STAFF | OUTSIDER),
    "NewLinkTap": Right(STAFF | PRIMARY, STAFF | OUTSIDER),
    "RevokeTap": Right(STAFF | PRIMARY),
    "RevokeNowTap": Right(STAFF | PRIMARY),
    "ConfirmTap": NEVER,  # none of them is due
    "OverdueTap": NEVER,
    # Import and export.
    "WorkbookTap:home": Right(STAFF),
    "WorkbookTap:template": Right(STAFF),
    "WorkbookTap:how": Right(STAFF),
    "WorkbookTap:roster": Right(STAFF),
    "WorkbookTap:roster-masked": Right(STAFF),
    "WorkbookTap:roster-whole": Right(STAFF),
    "WorkbookTap:answers": Right(STAFF),
    "WorkbookTap:tasks": Right(STAFF),
    "WorkbookTap:systems": Right(STAFF),
    "WorkbookTap:sheets": Right(STAFF),
    "WorkbookTap:incident": Right(STAFF),
    "WorkbookTap:sheet": Right(STAFF, STAFF),
    "WorkbookTap:sheet-anew": Right(STAFF, STAFF),
    "JobTap:invite": Right(frozenset({"coordinator"}), OWNER),
    "JobTap:anew": Right(frozenset({"coordinator"}), OWNER),
    "JobTap:new": NEVER,  # what was checked is decided
    "JobTap:merge": NEVER,
    "JobTap:drop": NEVER,
    "JobTap:compare": NEVER,
    "JobTap:summary": NEVER,
    "JobTap:convert": NEVER,
    # One's own data; an owner by the settings cannot withdraw.
    "PrivacyTap:show": Right(ALL),
    "PrivacyTap:file": Right(ALL),
    "PrivacyTap:looks": Right(ALL),
    "PrivacyTap:terms": Right(ALL),
    "PrivacyTap:whole": Right(ALL),
    # Whether one is listed is a choice of one's own, also while the business is suspended.
    "PrivacyTap:listing": Right(MEMBERS | {"suspended"}),
    "PrivacyTap:agree": NEVER,
    "PrivacyTap:withdraw": Right(ALL - OWNER),
    "PrivacyTap:confirm": Right(ALL - OWNER),
    # The staff.
    "StaffTap:list": Right(OWNER, OWNER),
    "StaffTap:person": Right(OWNER),
    "StaffTap:ask": Right(OWNER),
    "StaffTap:dismiss": Right(OWNER),
    "StaffTap:invite": Right(OWNER),
    "StaffTap:links": Right(OWNER, OWNER),
    "StaffTap:revoke": Right(OWNER),
    "StaffTap:revoke-now": Right(OWNER),
    "StaffTap:appoint": Right(OWNER),
    "StaffTap:decline": Right(OWNER),
    "StaffTap:decline-now": Right(OWNER),
    "StaffOfferTap": Right(frozenset({"applicant"})),
    "SuspensionTap:suspend": Right(STAFF, STAFF),
    "SuspensionTap:reinstate": Right(NOBODY, STAFF),
    "SuspensionTap:now": Right(NOBODY, STAFF),
    "SuspensionTap:keep": Right(STAFF, STAFF),
    "SuspensionTap:merge": Right(STAFF, STAFF),
    # Dialogues: nobody but whose it is.
    "DialogueTap:cancel": Right(frozenset({"coordinator"})),
    "DialogueTap:home": Right(frozenset({"coordinator"})),
}

# Commands by their English names, in the private chat.
COMMANDS: Mapping[str, Who] = {
    "start": ALL,
    "menu": ALL,
    "help": ALL,
    "language": ALL,
    "register": ALL,
    "roster": ALL,
    "group": ALL,
    "mydata": ALL,
    "cancel": ALL,
    "business": MEMBERS,
    "duty": MEMBERS,
    "tasks": MEMBERS | STAFF,
    "incidents": MEMBERS | STAFF | {"observer"},
    "incident": MEMBERS | STAFF,  # a member is offered to report instead
    "questions": MEMBERS | STAFF,
    "report": MEMBERS | STAFF,
    "escalate": STAFF,
    "applications": STAFF,
    "capabilities": STAFF,
    "playbooks": STAFF,
    "templates": STAFF,
    "policies": STAFF,
    "workbooks": STAFF,
    "contacttest": STAFF,
    "drills": STAFF,
    "systems": MEMBERS | STAFF,
    "staff": OWNER,
    "operations": STAFF,
    "status": STAFF,
}
