""" Contains all the data models used in inputs/outputs """

from .access_list_scopes_kind import AccessListScopesKind
from .act_on_many_tasks_state import ActOnManyTasksState
from .activation_read import ActivationRead
from .activation_read_reason_type_0 import ActivationReadReasonType0
from .activation_read_source_type_0 import ActivationReadSourceType0
from .activation_report import ActivationReport
from .activation_report_by import ActivationReportBy
from .activation_share import ActivationShare
from .activity_read import ActivityRead
from .activity_read_source import ActivityReadSource
from .activity_read_state import ActivityReadState
from .actor import Actor
from .actor_list import ActorList
from .add_page import AddPage
from .add_read import AddRead
from .add_read_outcome import AddReadOutcome
from .add_summary import AddSummary
from .add_tag import AddTag
from .add_target import AddTarget
from .add_target_kept_days import AddTargetKeptDays
from .address_confirmation import AddressConfirmation
from .advice import Advice
from .advice_kind import AdviceKind
from .advice_numbers import AdviceNumbers
from .advice_reason import AdviceReason
from .ahead import Ahead
from .anchor_read import AnchorRead
from .anchor_read_kind import AnchorReadKind
from .answer_item import AnswerItem
from .answer_item_kind import AnswerItemKind
from .answer_list import AnswerList
from .answer_read import AnswerRead
from .api_read import ApiRead
from .api_token_read import ApiTokenRead
from .api_token_read_kind import ApiTokenReadKind
from .api_token_read_state import ApiTokenReadState
from .app_keys import AppKeys
from .app_read import AppRead
from .ask_for_export_sort import AskForExportSort
from .ask_for_export_state_type_0 import AskForExportStateType0
from .assignment_page import AssignmentPage
from .assignment_read import AssignmentRead
from .assignment_read_reason import AssignmentReadReason
from .assignment_read_state import AssignmentReadState
from .attention import Attention
from .attention_key import AttentionKey
from .attributed_visit import AttributedVisit
from .attributed_visit_clicks import AttributedVisitClicks
from .attributed_visit_utm import AttributedVisitUtm
from .attributed_visits import AttributedVisits
from .attribution_report import AttributionReport
from .audit_page import AuditPage
from .audit_row import AuditRow
from .audit_row_after_type_0 import AuditRowAfterType0
from .audit_row_before_type_0 import AuditRowBeforeType0
from .batch_list import BatchList
from .batch_read import BatchRead
from .batch_read_state import BatchReadState
from .board_task import BoardTask
from .board_task_priority import BoardTaskPriority
from .board_task_proof import BoardTaskProof
from .board_task_state import BoardTaskState
from .body_groupcodes_add_picture import BodyGroupcodesAddPicture
from .body_staff_pages_show_own_proof import BodyStaffPagesShowOwnProof
from .body_upload_file import BodyUploadFile
from .brake_read import BrakeRead
from .brake_read_kind import BrakeReadKind
from .breach_group import BreachGroup
from .breach_page import BreachPage
from .breach_read import BreachRead
from .breach_read_kind import BreachReadKind
from .breach_read_state import BreachReadState
from .breach_settings_change import BreachSettingsChange
from .breach_settings_read import BreachSettingsRead
from .bulk_act import BulkAct
from .bulk_act_act import BulkActAct
from .bulk_act_page import BulkActPage
from .bulk_act_read import BulkActRead
from .bulk_act_read_about import BulkActReadAbout
from .bulk_act_read_arguments import BulkActReadArguments
from .bulk_act_read_source import BulkActReadSource
from .bulk_act_read_state import BulkActReadState
from .bulk_ask_for_act_sort import BulkAskForActSort
from .bulk_ask_for_act_state_type_0 import BulkAskForActStateType0
from .bulk_download_results_language import BulkDownloadResultsLanguage
from .bulk_outcome import BulkOutcome
from .bulk_wish import BulkWish
from .bulk_wish_arguments import BulkWishArguments
from .button_answer import ButtonAnswer
from .by_bounds import ByBounds
from .by_mean import ByMean
from .by_quantile import ByQuantile
from .by_score import ByScore
from .callback_page import CallbackPage
from .callback_read import CallbackRead
from .candidate import Candidate
from .cap import Cap
from .chain_read import ChainRead
from .channel_create import ChannelCreate
from .channel_day import ChannelDay
from .channel_days import ChannelDays
from .channel_member import ChannelMember
from .channel_month_cost import ChannelMonthCost
from .channel_of_state import ChannelOfState
from .channel_page import ChannelPage
from .channel_read import ChannelRead
from .channel_read_kind import ChannelReadKind
from .channel_read_status import ChannelReadStatus
from .channel_ref import ChannelRef
from .channel_statistics import ChannelStatistics
from .channel_update import ChannelUpdate
from .channels_download_batch_kind import ChannelsDownloadBatchKind
from .channels_download_batch_lang import ChannelsDownloadBatchLang
from .channels_download_codes_template_lang import ChannelsDownloadCodesTemplateLang
from .channels_read_sheet_kind import ChannelsReadSheetKind
from .channels_read_sheet_size import ChannelsReadSheetSize
from .chart import Chart
from .chat_member import ChatMember
from .chat_members import ChatMembers
from .check import Check
from .check_code import CheckCode
from .check_facts import CheckFacts
from .check_key import CheckKey
from .check_list import CheckList
from .check_status import CheckStatus
from .choice import Choice
from .choices_change import ChoicesChange
from .choices_change_doors import ChoicesChangeDoors
from .choices_change_doors_additional_property_type_0 import ChoicesChangeDoorsAdditionalPropertyType0
from .choices_change_mail import ChoicesChangeMail
from .choices_read import ChoicesRead
from .city import City
from .city_list import CityList
from .claim_page import ClaimPage
from .claim_read import ClaimRead
from .claim_read_taker_type_0 import ClaimReadTakerType0
from .clash import Clash
from .clash_how import ClashHow
from .code_group import CodeGroup
from .code_group_page import CodeGroupPage
from .code_group_standing import CodeGroupStanding
from .code_proof import CodeProof
from .code_row_error import CodeRowError
from .code_row_error_fault import CodeRowErrorFault
from .code_template import CodeTemplate
from .codes_found import CodesFound
from .column import Column
from .confirmation import Confirmation
from .conflict_decision import ConflictDecision
from .conflict_decision_verdict import ConflictDecisionVerdict
from .conflict_page import ConflictPage
from .conflict_read import ConflictRead
from .conflict_read_claimed_by import ConflictReadClaimedBy
from .conflict_read_decision_type_0 import ConflictReadDecisionType0
from .conflict_read_kind import ConflictReadKind
from .conflict_read_state import ConflictReadState
from .conflict_read_why import ConflictReadWhy
from .connection_read import ConnectionRead
from .connection_run_checks_lang_type_0 import ConnectionRunChecksLangType0
from .consent import Consent
from .consent_list import ConsentList
from .consent_purposes_item import ConsentPurposesItem
from .consent_read import ConsentRead
from .consenter import Consenter
from .consenter_page import ConsenterPage
from .corp_read import CorpRead
from .cost_change import CostChange
from .cost_change_months import CostChangeMonths
from .cost_list import CostList
from .count_customers_sort import CountCustomersSort
from .count_customers_state_type_0 import CountCustomersStateType0
from .count_groups_kind_item import CountGroupsKindItem
from .count_groups_phase_item import CountGroupsPhaseItem
from .count_groups_state_item import CountGroupsStateItem
from .count_groups_tier_item import CountGroupsTierItem
from .count_question import CountQuestion
from .count_question_tree import CountQuestionTree
from .count_read import CountRead
from .count_read_nodes import CountReadNodes
from .covered_link_part import CoveredLinkPart
from .credit_read import CreditRead
from .current_group import CurrentGroup
from .customer_choice import CustomerChoice
from .customer_choice_stage_type_0_item import CustomerChoiceStageType0Item
from .customer_count import CustomerCount
from .customer_group import CustomerGroup
from .customer_group_left_how_type_0 import CustomerGroupLeftHowType0
from .customer_groups import CustomerGroups
from .customer_list_item import CustomerListItem
from .customer_orders import CustomerOrders
from .customer_page import CustomerPage
from .customer_profile import CustomerProfile
from .customer_ref import CustomerRef
from .customer_row import CustomerRow
from .customers_list_silences_which import CustomersListSilencesWhich
from .customers_read_timeline_kind_type_0_item import CustomersReadTimelineKindType0Item
from .customers_summarise_activation_by import CustomersSummariseActivationBy
from .day_count import DayCount
from .decided import Decided
from .decision import Decision
from .decision_undo import DecisionUndo
from .deed_list import DeedList
from .deed_read import DeedRead
from .deed_read_state import DeedReadState
from .delivery_list import DeliveryList
from .delivery_read import DeliveryRead
from .delivery_read_state import DeliveryReadState
from .department_list import DepartmentList
from .department_read import DepartmentRead
from .department_ref import DepartmentRef
from .doors import Doors
from .double_owner import DoubleOwner
from .double_owners import DoubleOwners
from .double_plan_read import DoublePlanRead
from .double_plan_read_keep import DoublePlanReadKeep
from .double_plan_read_rule import DoublePlanReadRule
from .double_plan_read_state import DoublePlanReadState
from .double_plans import DoublePlans
from .double_preview import DoublePreview
from .double_rules import DoubleRules
from .double_rules_keep import DoubleRulesKeep
from .double_rules_rule import DoubleRulesRule
from .download_targets_template_lang import DownloadTargetsTemplateLang
from .download_touchpoints_template_lang import DownloadTouchpointsTemplateLang
from .drift_page import DriftPage
from .drift_page_counts import DriftPageCounts
from .drift_read import DriftRead
from .drift_read_after import DriftReadAfter
from .drift_read_before import DriftReadBefore
from .drift_read_kind import DriftReadKind
from .duty_list import DutyList
from .duty_read import DutyRead
from .duty_wish import DutyWish
from .entry_rule import EntryRule
from .entry_rule_exclude_item import EntryRuleExcludeItem
from .entry_rule_include_item import EntryRuleIncludeItem
from .entry_rule_match import EntryRuleMatch
from .erasure_confirmation import ErasureConfirmation
from .erasure_page import ErasurePage
from .erasure_read import ErasureRead
from .erasure_read_state import ErasureReadState
from .erasure_wish import ErasureWish
from .event_offer import EventOffer
from .event_trigger import EventTrigger
from .explain_question import ExplainQuestion
from .explain_question_tree import ExplainQuestionTree
from .explain_read import ExplainRead
from .explained import Explained
from .export_column import ExportColumn
from .export_columns import ExportColumns
from .export_growth_by import ExportGrowthBy
from .export_growth_lang import ExportGrowthLang
from .export_orders_lang import ExportOrdersLang
from .export_orders_refunded_type_0 import ExportOrdersRefundedType0
from .export_orders_status_type_0_item import ExportOrdersStatusType0Item
from .export_page import ExportPage
from .export_read import ExportRead
from .export_read_format import ExportReadFormat
from .export_read_state import ExportReadState
from .export_stores_lang import ExportStoresLang
from .export_stores_state import ExportStoresState
from .export_wish import ExportWish
from .export_wish_format import ExportWishFormat
from .export_wish_language import ExportWishLanguage
from .factor_end import FactorEnd
from .factor_offered import FactorOffered
from .family_read import FamilyRead
from .family_wish import FamilyWish
from .field_cell import FieldCell
from .field_change import FieldChange
from .field_change_edited_by_item import FieldChangeEditedByItem
from .field_change_seen_by_item import FieldChangeSeenByItem
from .field_list import FieldList
from .field_offer import FieldOffer
from .field_order import FieldOrder
from .field_problem import FieldProblem
from .field_read import FieldRead
from .field_read_edited_by_item import FieldReadEditedByItem
from .field_read_kind import FieldReadKind
from .field_read_seen_by_item import FieldReadSeenByItem
from .field_sheet import FieldSheet
from .field_words import FieldWords
from .field_words_kind import FieldWordsKind
from .file_part import FilePart
from .file_read import FileRead
from .first_password import FirstPassword
from .first_steps import FirstSteps
from .forgiving import Forgiving
from .found import Found
from .frozen import Frozen
from .funnel import Funnel
from .gap_count import GapCount
from .gap_count_gap import GapCountGap
from .gift_change import GiftChange
from .gift_list import GiftList
from .gift_read import GiftRead
from .gift_read_phase import GiftReadPhase
from .gift_version import GiftVersion
from .gifts_list_takers_reason_type_0 import GiftsListTakersReasonType0
from .given_answers import GivenAnswers
from .given_answers_answers import GivenAnswersAnswers
from .given_values import GivenValues
from .given_values_values import GivenValuesValues
from .giver_read import GiverRead
from .giver_read_mode import GiverReadMode
from .giver_stage import GiverStage
from .giver_tag import GiverTag
from .greeting_change import GreetingChange
from .greeting_change_reach import GreetingChangeReach
from .greeting_change_standing import GreetingChangeStanding
from .greeting_channel import GreetingChannel
from .greeting_file import GreetingFile
from .greeting_file_kind import GreetingFileKind
from .greeting_file_state import GreetingFileState
from .greeting_hours import GreetingHours
from .greeting_list import GreetingList
from .greeting_read import GreetingRead
from .greeting_read_reach import GreetingReadReach
from .greeting_read_standing import GreetingReadStanding
from .greeting_ref import GreetingRef
from .greeting_ref_reach import GreetingRefReach
from .greeting_ref_standing import GreetingRefStanding
from .greeting_step import GreetingStep
from .greeting_step_why import GreetingStepWhy
from .group_choice import GroupChoice
from .group_code_create import GroupCodeCreate
from .group_code_create_opens import GroupCodeCreateOpens
from .group_code_day import GroupCodeDay
from .group_code_page import GroupCodePage
from .group_code_read import GroupCodeRead
from .group_code_read_opens import GroupCodeReadOpens
from .group_code_read_problem_type_0 import GroupCodeReadProblemType0
from .group_code_read_shows import GroupCodeReadShows
from .group_code_read_status import GroupCodeReadStatus
from .group_code_read_warned_type_0 import GroupCodeReadWarnedType0
from .group_code_statistics import GroupCodeStatistics
from .group_code_statistics_views import GroupCodeStatisticsViews
from .group_code_update import GroupCodeUpdate
from .group_code_update_opens import GroupCodeUpdateOpens
from .group_count import GroupCount
from .group_day_read import GroupDayRead
from .group_day_read_why_null_type_0 import GroupDayReadWhyNullType0
from .group_days import GroupDays
from .group_detail import GroupDetail
from .group_detail_kind_type_0 import GroupDetailKindType0
from .group_detail_state import GroupDetailState
from .group_detail_tier_type_0 import GroupDetailTierType0
from .group_duplicate import GroupDuplicate
from .group_duplicates import GroupDuplicates
from .group_happening import GroupHappening
from .group_happening_kind import GroupHappeningKind
from .group_happening_left_how_type_0 import GroupHappeningLeftHowType0
from .group_label_read import GroupLabelRead
from .group_labels import GroupLabels
from .group_life import GroupLife
from .group_move import GroupMove
from .group_owner import GroupOwner
from .group_page import GroupPage
from .group_person import GroupPerson
from .group_profile import GroupProfile
from .group_profile_kind_type_0 import GroupProfileKindType0
from .group_profile_set import GroupProfileSet
from .group_profile_set_kind_type_0 import GroupProfileSetKindType0
from .group_profile_set_tier_type_0 import GroupProfileSetTierType0
from .group_profile_tier_type_0 import GroupProfileTierType0
from .group_profiles import GroupProfiles
from .group_ref import GroupRef
from .group_roles import GroupRoles
from .group_roles_role_type_0 import GroupRolesRoleType0
from .group_roles_set import GroupRolesSet
from .group_row import GroupRow
from .group_row_kind_type_0 import GroupRowKindType0
from .group_row_state import GroupRowState
from .group_row_tier_type_0 import GroupRowTierType0
from .group_rules_change import GroupRulesChange
from .group_rules_list import GroupRulesList
from .group_rules_of_group import GroupRulesOfGroup
from .group_rules_read import GroupRulesRead
from .group_search import GroupSearch
from .group_search_tier_item import GroupSearchTierItem
from .group_silence_read import GroupSilenceRead
from .group_silence_read_talk import GroupSilenceReadTalk
from .group_staff_ref import GroupStaffRef
from .group_stay import GroupStay
from .group_stay_left_how_type_0 import GroupStayLeftHowType0
from .group_stay_own_role_type_0 import GroupStayOwnRoleType0
from .group_stay_page import GroupStayPage
from .group_stay_role import GroupStayRole
from .group_summary import GroupSummary
from .group_watch import GroupWatch
from .group_welcome_change import GroupWelcomeChange
from .group_welcome_list import GroupWelcomeList
from .group_welcome_read import GroupWelcomeRead
from .group_welcome_read_problem_type_0 import GroupWelcomeReadProblemType0
from .group_welcome_read_status import GroupWelcomeReadStatus
from .groupcare_export_replies_lang import GroupcareExportRepliesLang
from .groupcodes_export_joins_language import GroupcodesExportJoinsLanguage
from .groupcodes_list_queue_standing_type_0 import GroupcodesListQueueStandingType0
from .groupcodes_read_sheet_kind import GroupcodesReadSheetKind
from .groupcodes_read_sheet_size import GroupcodesReadSheetSize
from .grouprules_list_breaches_kind_item import GrouprulesListBreachesKindItem
from .grouprules_list_breaches_state_item import GrouprulesListBreachesStateItem
from .grouprules_list_nicknames_fit_item import GrouprulesListNicknamesFitItem
from .grouprules_list_ruled_groups_notice_type_0 import GrouprulesListRuledGroupsNoticeType0
from .grouprules_list_ruled_groups_wrong_type_0 import GrouprulesListRuledGroupsWrongType0
from .groups_added import GroupsAdded
from .groups_changed import GroupsChanged
from .groups_list_members_own_role_type_0 import GroupsListMembersOwnRoleType0
from .groups_list_members_role_type_0 import GroupsListMembersRoleType0
from .groups_to_add import GroupsToAdd
from .grouptiers_export_people_language import GrouptiersExportPeopleLanguage
from .grouptiers_list_people_state_type_0 import GrouptiersListPeopleStateType0
from .grouptiers_set_rule_tier import GrouptiersSetRuleTier
from .groupwatch_list_renewals_which import GroupwatchListRenewalsWhich
from .growth_numbers import GrowthNumbers
from .growth_report import GrowthReport
from .growth_report_untold import GrowthReportUntold
from .growth_report_untold_additional_property import GrowthReportUntoldAdditionalProperty
from .growth_row import GrowthRow
from .handed_customer_name import HandedCustomerName
from .handed_group import HandedGroup
from .handed_group_name import HandedGroupName
from .handed_group_page import HandedGroupPage
from .handed_group_state import HandedGroupState
from .handed_person import HandedPerson
from .handed_person_page import HandedPersonPage
from .handed_person_state import HandedPersonState
from .handover_exclusion import HandoverExclusion
from .handover_group_plan import HandoverGroupPlan
from .handover_groups import HandoverGroups
from .handover_page import HandoverPage
from .handover_people import HandoverPeople
from .handover_plan import HandoverPlan
from .handover_preview import HandoverPreview
from .handover_preview_mode import HandoverPreviewMode
from .handover_read import HandoverRead
from .handover_read_mode import HandoverReadMode
from .handover_read_rule import HandoverReadRule
from .handover_read_state import HandoverReadState
from .handover_wish import HandoverWish
from .handover_wish_rule import HandoverWishRule
from .handover_words import HandoverWords
from .handovers_download_results_language import HandoversDownloadResultsLanguage
from .handovers_list_groups_state_type_0 import HandoversListGroupsStateType0
from .handovers_list_people_state_type_0 import HandoversListPeopleStateType0
from .heap import Heap
from .heap_decision import HeapDecision
from .heap_decision_choice import HeapDecisionChoice
from .heap_decision_reason import HeapDecisionReason
from .heap_decision_type_type_0 import HeapDecisionTypeType0
from .heap_examples_item import HeapExamplesItem
from .heap_reason import HeapReason
from .held_read import HeldRead
from .hook_made import HookMade
from .hook_made_fields import HookMadeFields
from .hook_read import HookRead
from .hook_read_fields import HookReadFields
from .hook_wish import HookWish
from .hook_wish_fields import HookWishFields
from .hour_read import HourRead
from .hour_read_refused import HourReadRefused
from .id_read import IdRead
from .id_read_kind import IdReadKind
from .image_part import ImagePart
from .import_page import ImportPage
from .import_read import ImportRead
from .import_read_state import ImportReadState
from .import_read_step_type_0 import ImportReadStepType0
from .import_read_subject import ImportReadSubject
from .import_stores_lang import ImportStoresLang
from .import_targets_kept_days import ImportTargetsKeptDays
from .import_targets_kind import ImportTargetsKind
from .import_targets_lang import ImportTargetsLang
from .import_touchpoints_lang import ImportTouchpointsLang
from .imports_download_errors_lang import ImportsDownloadErrorsLang
from .imports_list_errors_lang import ImportsListErrorsLang
from .imports_list_targets_subject import ImportsListTargetsSubject
from .insider_wish import InsiderWish
from .invitation_candidates import InvitationCandidates
from .invitation_candidates_tier_type_0 import InvitationCandidatesTierType0
from .invitation_candidates_who import InvitationCandidatesWho
from .invitation_detail import InvitationDetail
from .invitation_detail_state import InvitationDetailState
from .invitation_detail_tier_type_0 import InvitationDetailTierType0
from .invitation_detail_who import InvitationDetailWho
from .invitation_funnel import InvitationFunnel
from .invitation_group import InvitationGroup
from .invitation_member import InvitationMember
from .invitation_page import InvitationPage
from .invitation_preview import InvitationPreview
from .invitation_read import InvitationRead
from .invitation_read_state import InvitationReadState
from .invitation_read_tier_type_0 import InvitationReadTierType0
from .invitation_read_who import InvitationReadWho
from .invitation_share import InvitationShare
from .invitation_steps import InvitationSteps
from .invitation_way import InvitationWay
from .invitation_way_status import InvitationWayStatus
from .invited import Invited
from .invitee_page import InviteePage
from .invitee_read import InviteeRead
from .invitee_read_reason_type_0 import InviteeReadReasonType0
from .invitee_read_state import InviteeReadState
from .join_page import JoinPage
from .join_read import JoinRead
from .keeping import Keeping
from .kept import Kept
from .kept_share import KeptShare
from .kept_share_days import KeptShareDays
from .key_read import KeyRead
from .keyword_reply_change import KeywordReplyChange
from .keyword_reply_list import KeywordReplyList
from .keyword_reply_read import KeywordReplyRead
from .keyword_reply_read_state import KeywordReplyReadState
from .kind_change import KindChange
from .kind_detail import KindDetail
from .kind_detail_kept_by import KindDetailKeptBy
from .kind_list import KindList
from .kind_list_aliases import KindListAliases
from .kind_read import KindRead
from .kind_read_kept_by import KindReadKeptBy
from .landing_day import LandingDay
from .landing_days import LandingDays
from .landing_days_counts_by import LandingDaysCountsBy
from .leaver_list import LeaverList
from .leaver_read import LeaverRead
from .leaves_read import LeavesRead
from .leaves_read_searches import LeavesReadSearches
from .left_out_count import LeftOutCount
from .left_out_count_reason import LeftOutCountReason
from .library import Library
from .life_entry import LifeEntry
from .life_page import LifePage
from .link_counts import LinkCounts
from .link_create import LinkCreate
from .link_create_priority import LinkCreatePriority
from .link_overview import LinkOverview
from .link_page import LinkPage
from .link_part import LinkPart
from .link_read import LinkRead
from .link_read_kind import LinkReadKind
from .link_read_priority import LinkReadPriority
from .link_read_status import LinkReadStatus
from .link_update import LinkUpdate
from .link_update_priority import LinkUpdatePriority
from .list_adds_outcome_type_0 import ListAddsOutcomeType0
from .list_callbacks_status_type_0 import ListCallbacksStatusType0
from .list_channels_kind_type_0_item import ListChannelsKindType0Item
from .list_channels_status_type_0_item import ListChannelsStatusType0Item
from .list_customers_sort import ListCustomersSort
from .list_customers_state_type_0 import ListCustomersStateType0
from .list_groups_kind_item import ListGroupsKindItem
from .list_groups_phase_item import ListGroupsPhaseItem
from .list_groups_sort import ListGroupsSort
from .list_groups_state_item import ListGroupsStateItem
from .list_groups_tier_item import ListGroupsTierItem
from .list_handovers_state_type_0 import ListHandoversStateType0
from .list_links_status_type_0_item import ListLinksStatusType0Item
from .list_losses_back_type_0 import ListLossesBackType0
from .list_losses_by_type_0 import ListLossesByType0
from .list_losses_what import ListLossesWhat
from .list_orders_refunded_type_0 import ListOrdersRefundedType0
from .list_orders_status_type_0_item import ListOrdersStatusType0Item
from .list_rfm_people_key_type_0 import ListRfmPeopleKeyType0
from .list_segments_kind_type_0 import ListSegmentsKindType0
from .list_staff_losses_back_type_0 import ListStaffLossesBackType0
from .list_staff_losses_by_type_0 import ListStaffLossesByType0
from .list_staff_losses_what import ListStaffLossesWhat
from .list_staff_room_which import ListStaffRoomWhich
from .list_stores_state import ListStoresState
from .list_tag_groups_kind_type_0 import ListTagGroupsKindType0
from .list_tag_rule_starters_language import ListTagRuleStartersLanguage
from .list_tasks_state import ListTasksState
from .list_tokens_kind import ListTokensKind
from .list_touchpoints_gap_type_0 import ListTouchpointsGapType0
from .list_touchpoints_kind_type_0 import ListTouchpointsKindType0
from .list_touchpoints_standing import ListTouchpointsStanding
from .log_month_read import LogMonthRead
from .log_month_read_where import LogMonthReadWhere
from .log_read import LogRead
from .loss_day import LossDay
from .loss_item import LossItem
from .loss_item_by import LossItemBy
from .loss_list import LossList
from .loss_summary import LossSummary
from .loss_totals import LossTotals
from .losses_read_loss_summary_back_type_0 import LossesReadLossSummaryBackType0
from .losses_read_loss_summary_by_type_0 import LossesReadLossSummaryByType0
from .losses_read_loss_summary_what import LossesReadLossSummaryWhat
from .mail_read import MailRead
from .mapping import Mapping
from .mapping_columns import MappingColumns
from .mapping_statuses import MappingStatuses
from .mapping_subject import MappingSubject
from .mapping_tried import MappingTried
from .mapping_try import MappingTry
from .mapping_unknown_tags import MappingUnknownTags
from .member_code import MemberCode
from .member_code_status import MemberCodeStatus
from .member_codes import MemberCodes
from .member_duty import MemberDuty
from .member_page import MemberPage
from .member_read import MemberRead
from .member_replaced import MemberReplaced
from .member_replacement import MemberReplacement
from .member_tasks import MemberTasks
from .member_tasks_page import MemberTasksPage
from .merge_plan import MergePlan
from .merge_read import MergeRead
from .merge_read_moved import MergeReadMoved
from .merge_wish import MergeWish
from .mini_program_part import MiniProgramPart
from .minor_mark import MinorMark
from .moved import Moved
from .moved_rows import MovedRows
from .name_counts import NameCounts
from .named import Named
from .named_kind import NamedKind
from .new_address import NewAddress
from .new_address_language import NewAddressLanguage
from .new_breach import NewBreach
from .new_breach_kind import NewBreachKind
from .new_consent import NewConsent
from .new_field import NewField
from .new_field_edited_by_item import NewFieldEditedByItem
from .new_field_kind import NewFieldKind
from .new_field_seen_by_item import NewFieldSeenByItem
from .new_follow_up import NewFollowUp
from .new_follow_up_outcome import NewFollowUpOutcome
from .new_gift import NewGift
from .new_greeting import NewGreeting
from .new_greeting_reach import NewGreetingReach
from .new_greeting_standing import NewGreetingStanding
from .new_group_pick import NewGroupPick
from .new_group_rules import NewGroupRules
from .new_group_welcome import NewGroupWelcome
from .new_handover import NewHandover
from .new_handover_rule import NewHandoverRule
from .new_invitation import NewInvitation
from .new_invitation_tier_type_0 import NewInvitationTierType0
from .new_invitation_who import NewInvitationWho
from .new_keyword_reply import NewKeywordReply
from .new_kind import NewKind
from .new_list import NewList
from .new_list_what import NewListWhat
from .new_note import NewNote
from .new_option import NewOption
from .new_order import NewOrder
from .new_order_item import NewOrderItem
from .new_order_refund import NewOrderRefund
from .new_order_status import NewOrderStatus
from .new_orders import NewOrders
from .new_outsider import NewOutsider
from .new_person import NewPerson
from .new_person_role_type_0 import NewPersonRoleType0
from .new_pool import NewPool
from .new_pool_kind import NewPoolKind
from .new_pools import NewPools
from .new_question import NewQuestion
from .new_question_kind_type_0 import NewQuestionKindType0
from .new_renewal import NewRenewal
from .new_role import NewRole
from .new_role_based_on import NewRoleBasedOn
from .new_segment import NewSegment
from .new_segment_kind import NewSegmentKind
from .new_segment_tree_type_0 import NewSegmentTreeType0
from .new_service_token import NewServiceToken
from .new_set import NewSet
from .new_source import NewSource
from .new_source_kind import NewSourceKind
from .new_stage import NewStage
from .new_stage_stage_type_0 import NewStageStageType0
from .new_store import NewStore
from .new_targets import NewTargets
from .new_targets_kept_days import NewTargetsKeptDays
from .new_targets_kind import NewTargetsKind
from .new_token import NewToken
from .new_touchpoint import NewTouchpoint
from .new_touchpoint_hook import NewTouchpointHook
from .new_touchpoint_kind import NewTouchpointKind
from .new_view import NewView
from .new_view_filters import NewViewFilters
from .new_webhook import NewWebhook
from .nickname_counts import NicknameCounts
from .nickname_form import NicknameForm
from .nickname_form_parts_item import NicknameFormPartsItem
from .nickname_form_separator import NicknameFormSeparator
from .nickname_page import NicknamePage
from .nickname_row import NicknameRow
from .nickname_row_fit import NicknameRowFit
from .note_change import NoteChange
from .note_page import NotePage
from .note_read import NoteRead
from .note_read_kind import NoteReadKind
from .note_read_outcome_type_0 import NoteReadOutcomeType0
from .notice_counts import NoticeCounts
from .notice_kind_read import NoticeKindRead
from .notice_kind_read_door import NoticeKindReadDoor
from .notice_kind_read_own_type_0 import NoticeKindReadOwnType0
from .notice_list import NoticeList
from .notice_page import NoticePage
from .notice_read import NoticeRead
from .numbers import Numbers
from .of_events import OfEvents
from .of_orders import OfOrders
from .open_phones import OpenPhones
from .open_session import OpenSession
from .option import Option
from .order_buyer import OrderBuyer
from .order_customer import OrderCustomer
from .order_detail import OrderDetail
from .order_detail_credit_type_0 import OrderDetailCreditType0
from .order_detail_status import OrderDetailStatus
from .order_item_read import OrderItemRead
from .order_page import OrderPage
from .order_refund_read import OrderRefundRead
from .order_row import OrderRow
from .order_row_credit_type_0 import OrderRowCreditType0
from .order_row_status import OrderRowStatus
from .order_source_read import OrderSourceRead
from .order_store import OrderStore
from .order_tag_groups_kind import OrderTagGroupsKind
from .order_totals import OrderTotals
from .other_rules import OtherRules
from .other_rules_by import OtherRulesBy
from .other_rules_why import OtherRulesWhy
from .our_day import OurDay
from .outcome_count import OutcomeCount
from .outsider_list import OutsiderList
from .outsider_read import OutsiderRead
from .overlap_read import OverlapRead
from .overlap_share import OverlapShare
from .overshoot_day import OvershootDay
from .overshoot_read import OvershootRead
from .overview import Overview
from .own_add_page import OwnAddPage
from .own_breach import OwnBreach
from .own_breach_kind import OwnBreachKind
from .own_customer_read import OwnCustomerRead
from .own_group import OwnGroup
from .own_group_kind_type_0 import OwnGroupKindType0
from .own_group_tier_type_0 import OwnGroupTierType0
from .own_happening import OwnHappening
from .own_invitation import OwnInvitation
from .own_invitation_state import OwnInvitationState
from .own_invitations import OwnInvitations
from .own_life import OwnLife
from .own_notice import OwnNotice
from .own_notice_mail_state import OwnNoticeMailState
from .own_notice_state import OwnNoticeState
from .own_proof import OwnProof
from .own_refusal import OwnRefusal
from .own_refuse_link import OwnRefuseLink
from .own_ruled_groups import OwnRuledGroups
from .own_sheet import OwnSheet
from .own_snooze import OwnSnooze
from .own_stage import OwnStage
from .own_stage_stage_type_0 import OwnStageStageType0
from .own_tag_put import OwnTagPut
from .own_tag_read import OwnTagRead
from .own_target import OwnTarget
from .own_target_kept_days import OwnTargetKeptDays
from .own_targets import OwnTargets
from .own_task_end import OwnTaskEnd
from .own_task_end_state import OwnTaskEndState
from .own_values import OwnValues
from .own_values_values import OwnValuesValues
from .owner import Owner
from .owner_read import OwnerRead
from .owner_ref import OwnerRef
from .owner_sheet import OwnerSheet
from .page_change import PageChange
from .page_change_opens import PageChangeOpens
from .page_change_template import PageChangeTemplate
from .page_code_create import PageCodeCreate
from .page_code_made import PageCodeMade
from .page_code_read import PageCodeRead
from .page_code_update import PageCodeUpdate
from .page_day import PageDay
from .page_list import PageList
from .page_member import PageMember
from .page_member_read import PageMemberRead
from .page_member_read_way_type_0 import PageMemberReadWayType0
from .page_read import PageRead
from .page_read_channel_kind_type_0 import PageReadChannelKindType0
from .page_read_counts_by import PageReadCountsBy
from .page_read_opens import PageReadOpens
from .page_read_template import PageReadTemplate
from .page_results import PageResults
from .page_rule import PageRule
from .page_rule_by import PageRuleBy
from .page_share import PageShare
from .page_signature import PageSignature
from .page_signatures import PageSignatures
from .page_simulated_member import PageSimulatedMember
from .page_simulation import PageSimulation
from .page_simulation_wish import PageSimulationWish
from .page_texts import PageTexts
from .page_wish import PageWish
from .page_wish_opens import PageWishOpens
from .page_wish_template import PageWishTemplate
from .password_change import PasswordChange
from .password_proof import PasswordProof
from .people import People
from .permission_read import PermissionRead
from .person_change import PersonChange
from .person_change_role_type_0 import PersonChangeRoleType0
from .person_export import PersonExport
from .person_ids import PersonIds
from .person_page import PersonPage
from .person_privacy import PersonPrivacy
from .person_privacy_barred_type_0 import PersonPrivacyBarredType0
from .person_read import PersonRead
from .person_rfm import PersonRfm
from .person_rfm_why_type_0 import PersonRfmWhyType0
from .person_wish import PersonWish
from .person_wish_language import PersonWishLanguage
from .persons_list_conflicts_state_type_0_item import PersonsListConflictsStateType0Item
from .phase_read import PhaseRead
from .phase_read_phase_type_0 import PhaseReadPhaseType0
from .phase_read_why_null_type_0 import PhaseReadWhyNullType0
from .phase_reason import PhaseReason
from .phase_reason_code import PhaseReasonCode
from .phone_list import PhoneList
from .picture_list import PictureList
from .picture_quota import PictureQuota
from .picture_read import PictureRead
from .picture_read_state import PictureReadState
from .pool_board import PoolBoard
from .pool_change import PoolChange
from .pool_day import PoolDay
from .pool_read import PoolRead
from .pool_read_kind import PoolReadKind
from .pool_read_state import PoolReadState
from .preferences_change import PreferencesChange
from .preferences_change_activation_messages_type_0 import PreferencesChangeActivationMessagesType0
from .preferences_change_group_silence_tell_type_0 import PreferencesChangeGroupSilenceTellType0
from .preferences_read import PreferencesRead
from .preferences_read_activation_messages import PreferencesReadActivationMessages
from .preferences_read_group_silence_tell import PreferencesReadGroupSilenceTell
from .preset import Preset
from .price_wish import PriceWish
from .privacy_read import PrivacyRead
from .privacy_request_page import PrivacyRequestPage
from .privacy_request_read import PrivacyRequestRead
from .privacy_request_read_kind import PrivacyRequestReadKind
from .privacy_set_retention_kind import PrivacySetRetentionKind
from .privacy_show_proof_lang import PrivacyShowProofLang
from .private_tag import PrivateTag
from .problem import Problem
from .profile_read import ProfileRead
from .profile_tag import ProfileTag
from .profile_tag_kind import ProfileTagKind
from .proof import Proof
from .proof_erased import ProofErased
from .property_change import PropertyChange
from .property_change_handling import PropertyChangeHandling
from .property_change_type_type_0 import PropertyChangeTypeType0
from .property_offer import PropertyOffer
from .property_read import PropertyRead
from .property_read_former_item import PropertyReadFormerItem
from .property_read_handling import PropertyReadHandling
from .property_read_type import PropertyReadType
from .purpose_change import PurposeChange
from .purpose_list import PurposeList
from .purpose_read import PurposeRead
from .put_tag import PutTag
from .quarantine import Quarantine
from .question_read import QuestionRead
from .question_read_kind_type_0 import QuestionReadKindType0
from .queue_counts import QueueCounts
from .quota_end import QuotaEnd
from .quota_read import QuotaRead
from .quota_read_waiting import QuotaReadWaiting
from .quota_use import QuotaUse
from .raw_callback import RawCallback
from .reach import Reach
from .reach_by import ReachBy
from .reach_count import ReachCount
from .reach_kinds_item import ReachKindsItem
from .reach_named import ReachNamed
from .reach_named_by import ReachNamedBy
from .reach_named_kinds_item import ReachNamedKindsItem
from .reach_named_tiers_item import ReachNamedTiersItem
from .reach_tiers_item import ReachTiersItem
from .reachable import Reachable
from .read_growth_by import ReadGrowthBy
from .read_targets_kind_type_0 import ReadTargetsKindType0
from .read_these import ReadThese
from .reader_read import ReaderRead
from .reading_read import ReadingRead
from .recovery_codes import RecoveryCodes
from .refusal import Refusal
from .refusal_read import RefusalRead
from .relation_read import RelationRead
from .renewal_detail import RenewalDetail
from .renewal_detail_state import RenewalDetailState
from .renewal_list import RenewalList
from .renewal_person_read import RenewalPersonRead
from .renewal_person_read_why import RenewalPersonReadWhy
from .renewal_read import RenewalRead
from .renewal_read_state import RenewalReadState
from .replay_request import ReplayRequest
from .replay_result import ReplayResult
from .reply_entered import ReplyEntered
from .report import Report
from .report_what import ReportWhat
from .request_decline import RequestDecline
from .request_done import RequestDone
from .retention_change import RetentionChange
from .retention_read import RetentionRead
from .retention_read_kind import RetentionReadKind
from .retried import Retried
from .retry_wish import RetryWish
from .retry_wish_rule_type_0 import RetryWishRuleType0
from .rfm_cell_read import RfmCellRead
from .rfm_cell_read_key import RfmCellReadKey
from .rfm_class_size import RfmClassSize
from .rfm_class_size_key import RfmClassSizeKey
from .rfm_cuts import RfmCuts
from .rfm_flow import RfmFlow
from .rfm_flow_after_type_0 import RfmFlowAfterType0
from .rfm_flow_before_type_0 import RfmFlowBeforeType0
from .rfm_flows import RfmFlows
from .rfm_history import RfmHistory
from .rfm_people import RfmPeople
from .rfm_preview import RfmPreview
from .rfm_read import RfmRead
from .rfm_run_list import RfmRunList
from .rfm_run_read import RfmRunRead
from .rfm_run_read_state import RfmRunReadState
from .rfm_scale import RfmScale
from .rfm_scored import RfmScored
from .rfm_scored_key import RfmScoredKey
from .rfm_settings import RfmSettings
from .rfm_settings_change import RfmSettingsChange
from .rfm_settings_read import RfmSettingsRead
from .rfm_settings_statuses_item import RfmSettingsStatusesItem
from .rfm_settings_wish import RfmSettingsWish
from .rfm_sizes import RfmSizes
from .role_change import RoleChange
from .role_change_based_on_type_0 import RoleChangeBasedOnType0
from .role_list import RoleList
from .role_read import RoleRead
from .room_overview import RoomOverview
from .room_read import RoomRead
from .room_read_kind import RoomReadKind
from .roster_member import RosterMember
from .roster_member_reason_type_0 import RosterMemberReasonType0
from .roster_read import RosterRead
from .roster_read_fallback_type_0 import RosterReadFallbackType0
from .rota_read import RotaRead
from .rota_update import RotaUpdate
from .rota_warning import RotaWarning
from .rota_warning_kind import RotaWarningKind
from .rota_write import RotaWrite
from .row_error import RowError
from .row_error_read import RowErrorRead
from .row_errors import RowErrors
from .rule_asked import RuleAsked
from .rule_change import RuleChange
from .rule_change_condition_type_0 import RuleChangeConditionType0
from .rule_count import RuleCount
from .rule_draft import RuleDraft
from .rule_draft_condition_type_0 import RuleDraftConditionType0
from .rule_dry_run import RuleDryRun
from .rule_effect import RuleEffect
from .rule_effect_page import RuleEffectPage
from .rule_effect_undone_type_0 import RuleEffectUndoneType0
from .rule_effect_what import RuleEffectWhat
from .rule_list import RuleList
from .rule_outcome import RuleOutcome
from .rule_person import RulePerson
from .rule_read import RuleRead
from .rule_read_condition_type_0 import RuleReadConditionType0
from .rule_ref import RuleRef
from .rule_refusal import RuleRefusal
from .rule_run import RuleRun
from .rule_run_cause import RuleRunCause
from .rule_run_detail import RuleRunDetail
from .rule_run_detail_cause import RuleRunDetailCause
from .rule_run_detail_state import RuleRunDetailState
from .rule_run_page import RuleRunPage
from .rule_run_state import RuleRunState
from .rule_sample import RuleSample
from .rule_sentence import RuleSentence
from .rule_starter import RuleStarter
from .rule_starter_list import RuleStarterList
from .rule_starter_use import RuleStarterUse
from .rule_starter_use_language import RuleStarterUseLanguage
from .rule_switch import RuleSwitch
from .rule_undo import RuleUndo
from .rule_where import RuleWhere
from .rule_where_is import RuleWhereIs
from .ruled_group import RuledGroup
from .ruled_group_name_state import RuledGroupNameState
from .ruled_group_notice import RuledGroupNotice
from .ruled_group_page import RuledGroupPage
from .rules_change import RulesChange
from .rules_change_doors_type_0 import RulesChangeDoorsType0
from .rules_change_doors_type_0_additional_property import RulesChangeDoorsType0AdditionalProperty
from .rules_input import RulesInput
from .rules_input_pattern_type_0 import RulesInputPatternType0
from .rules_output import RulesOutput
from .rules_output_pattern_type_0 import RulesOutputPatternType0
from .rules_owner import RulesOwner
from .rules_owner_task_state_type_0 import RulesOwnerTaskStateType0
from .rules_owners import RulesOwners
from .rules_read import RulesRead
from .rules_read_doors import RulesReadDoors
from .rules_read_doors_additional_property import RulesReadDoorsAdditionalProperty
from .rules_ref import RulesRef
from .rules_ref_by import RulesRefBy
from .rules_task_counts import RulesTaskCounts
from .rules_wish import RulesWish
from .run_list import RunList
from .run_progress import RunProgress
from .run_progress_mode import RunProgressMode
from .run_progress_state import RunProgressState
from .run_read import RunRead
from .run_read_state import RunReadState
from .said import Said
from .sample_question import SampleQuestion
from .sample_question_tree import SampleQuestionTree
from .sample_read import SampleRead
from .sample_row import SampleRow
from .sampled import Sampled
from .scene_counts import SceneCounts
from .schedule_trigger import ScheduleTrigger
from .schedule_trigger_every import ScheduleTriggerEvery
from .scope import Scope
from .scope_choices import ScopeChoices
from .scope_kind import ScopeKind
from .scope_read import ScopeRead
from .scope_read_kind import ScopeReadKind
from .segment_change import SegmentChange
from .segment_change_kind import SegmentChangeKind
from .segment_change_tree_type_0 import SegmentChangeTreeType0
from .segment_detail import SegmentDetail
from .segment_detail_kind import SegmentDetailKind
from .segment_detail_tree_type_0 import SegmentDetailTreeType0
from .segment_export import SegmentExport
from .segment_export_format import SegmentExportFormat
from .segment_export_language import SegmentExportLanguage
from .segment_page import SegmentPage
from .segment_row import SegmentRow
from .segment_row_kind import SegmentRowKind
from .segment_run_read import SegmentRunRead
from .segment_run_read_state import SegmentRunReadState
from .segment_run_read_why import SegmentRunReadWhy
from .segment_trigger import SegmentTrigger
from .segment_trigger_moved import SegmentTriggerMoved
from .segment_version_asked import SegmentVersionAsked
from .segments_read_language_response_segments_read_language import SegmentsReadLanguageResponseSegmentsReadLanguage
from .segments_upload_list_what import SegmentsUploadListWhat
from .send_read import SendRead
from .send_read_state import SendReadState
from .session_list import SessionList
from .session_read import SessionRead
from .set_change import SetChange
from .set_list import SetList
from .set_read import SetRead
from .set_stage import SetStage
from .set_stage_stage_type_0 import SetStageStageType0
from .shape import Shape
from .shape_format import ShapeFormat
from .shape_looks import ShapeLooks
from .shape_looks_additional_property import ShapeLooksAdditionalProperty
from .shape_subject import ShapeSubject
from .share import Share
from .sheet import Sheet
from .sheet_findings import SheetFindings
from .sheet_person import SheetPerson
from .sheet_text import SheetText
from .short_link_list import ShortLinkList
from .short_link_read import ShortLinkRead
from .short_link_wish import ShortLinkWish
from .sign_in import SignIn
from .silence_page import SilencePage
from .silence_read import SilenceRead
from .silence_row import SilenceRow
from .silence_row_why_ended_type_0 import SilenceRowWhyEndedType0
from .simulated_gap import SimulatedGap
from .simulated_gap_fallback import SimulatedGapFallback
from .simulated_member import SimulatedMember
from .simulation_read import SimulationRead
from .simulation_wish import SimulationWish
from .size_list import SizeList
from .size_point import SizePoint
from .skeleton import Skeleton
from .skeletons import Skeletons
from .skipped_count import SkippedCount
from .skipped_count_reason import SkippedCountReason
from .somebody import Somebody
from .source_change import SourceChange
from .source_day import SourceDay
from .source_days import SourceDays
from .source_hours import SourceHours
from .source_made import SourceMade
from .source_mapping import SourceMapping
from .source_mapping_ids import SourceMappingIds
from .source_mapping_kinds import SourceMappingKinds
from .source_mapping_properties import SourceMappingProperties
from .source_page import SourcePage
from .source_read import SourceRead
from .source_read_kind import SourceReadKind
from .span import Span
from .staff_loss_page import StaffLossPage
from .staff_losses import StaffLosses
from .staff_page import StaffPage
from .staff_pages_read_own_life_kind_type_0_item import StaffPagesReadOwnLifeKindType0Item
from .staff_pages_read_own_sheet_kind import StaffPagesReadOwnSheetKind
from .staff_read import StaffRead
from .staff_ref import StaffRef
from .staff_room import StaffRoom
from .staff_room_count import StaffRoomCount
from .staff_room_page import StaffRoomPage
from .staff_session_read import StaffSessionRead
from .stage_list import StageList
from .stage_name import StageName
from .stage_name_key import StageNameKey
from .stage_names import StageNames
from .stage_read import StageRead
from .stage_read_key import StageReadKey
from .standing import Standing
from .starter import Starter
from .starter_list import StarterList
from .starter_topic import StarterTopic
from .starter_use import StarterUse
from .starter_use_kind import StarterUseKind
from .starter_use_language import StarterUseLanguage
from .store_change import StoreChange
from .store_detail import StoreDetail
from .store_member import StoreMember
from .store_page import StorePage
from .store_read import StoreRead
from .stores_download_template_lang import StoresDownloadTemplateLang
from .stream_message import StreamMessage
from .stream_message_message import StreamMessageMessage
from .stream_page import StreamPage
from .stream_row import StreamRow
from .stream_row_outline import StreamRowOutline
from .sub_owner import SubOwner
from .sub_owner_span import SubOwnerSpan
from .sub_owners import SubOwners
from .suggestion import Suggestion
from .sync_list_drifts_kind_type_0 import SyncListDriftsKindType0
from .sync_read import SyncRead
from .sync_wanted import SyncWanted
from .sync_wanted_mode import SyncWantedMode
from .table_count import TableCount
from .table_count_how import TableCountHow
from .tag_change import TagChange
from .tag_detail import TagDetail
from .tag_detail_lock import TagDetailLock
from .tag_group_change import TagGroupChange
from .tag_group_create import TagGroupCreate
from .tag_group_create_kind import TagGroupCreateKind
from .tag_group_detail import TagGroupDetail
from .tag_group_detail_kind import TagGroupDetailKind
from .tag_group_detail_lock import TagGroupDetailLock
from .tag_group_read import TagGroupRead
from .tag_group_read_kind import TagGroupReadKind
from .tag_group_row import TagGroupRow
from .tag_group_row_kind import TagGroupRowKind
from .tag_group_row_lock import TagGroupRowLock
from .tag_library import TagLibrary
from .tag_list import TagList
from .tag_merge import TagMerge
from .tag_option import TagOption
from .tag_order import TagOrder
from .tag_put import TagPut
from .tag_ref import TagRef
from .tag_room import TagRoom
from .tag_source import TagSource
from .tag_uses import TagUses
from .tags_create import TagsCreate
from .tags_list_starters_language import TagsListStartersLanguage
from .tags_of_customer import TagsOfCustomer
from .take_tag import TakeTag
from .taken_list import TakenList
from .taken_read import TakenRead
from .taken_read_change import TakenReadChange
from .taker_page import TakerPage
from .taker_plan import TakerPlan
from .taker_read import TakerRead
from .taker_read_reason import TakerReadReason
from .taker_rules import TakerRules
from .taker_rules_read import TakerRulesRead
from .taker_standing import TakerStanding
from .taker_wish import TakerWish
from .target_board import TargetBoard
from .target_holder import TargetHolder
from .target_holder_kind import TargetHolderKind
from .target_list import TargetList
from .target_read import TargetRead
from .target_rules_read import TargetRulesRead
from .target_wish import TargetWish
from .targets_set import TargetsSet
from .task_assignee import TaskAssignee
from .task_change import TaskChange
from .task_change_priority_type_0 import TaskChangePriorityType0
from .task_closing import TaskClosing
from .task_closing_state import TaskClosingState
from .task_counts import TaskCounts
from .task_detail import TaskDetail
from .task_detail_priority import TaskDetailPriority
from .task_detail_proof import TaskDetailProof
from .task_detail_state import TaskDetailState
from .task_end import TaskEnd
from .task_end_state import TaskEndState
from .task_gift import TaskGift
from .task_gift_priority import TaskGiftPriority
from .task_gift_proof_type_0 import TaskGiftProofType0
from .task_kind_count import TaskKindCount
from .task_kind_list import TaskKindList
from .task_kind_name import TaskKindName
from .task_kind_read import TaskKindRead
from .task_kind_read_proof import TaskKindReadProof
from .task_list import TaskList
from .task_page import TaskPage
from .task_read import TaskRead
from .task_read_priority import TaskReadPriority
from .task_read_proof import TaskReadProof
from .task_read_state import TaskReadState
from .task_step import TaskStep
from .task_step_after import TaskStepAfter
from .task_step_before import TaskStepBefore
from .task_title import TaskTitle
from .template import Template
from .template_list import TemplateList
from .template_tree import TemplateTree
from .text import Text
from .text_read import TextRead
from .tier_board import TierBoard
from .tier_read import TierRead
from .tier_read_tier import TierReadTier
from .tier_rule import TierRule
from .tier_shares import TierShares
from .today_task import TodayTask
from .today_task_priority import TodayTaskPriority
from .today_task_proof import TodayTaskProof
from .today_task_state import TodayTaskState
from .today_tasks import TodayTasks
from .token_made import TokenMade
from .token_made_kind import TokenMadeKind
from .token_made_state import TokenMadeState
from .token_page import TokenPage
from .token_read import TokenRead
from .token_scope import TokenScope
from .token_scope_kind import TokenScopeKind
from .touch_read import TouchRead
from .touchpoint_change import TouchpointChange
from .touchpoint_change_hook import TouchpointChangeHook
from .touchpoint_change_kind import TouchpointChangeKind
from .touchpoint_list import TouchpointList
from .touchpoint_read import TouchpointRead
from .touchpoint_read_gaps_item import TouchpointReadGapsItem
from .touchpoint_read_hook import TouchpointReadHook
from .touchpoint_read_kind import TouchpointReadKind
from .tree_question import TreeQuestion
from .tree_question_tree import TreeQuestionTree
from .tried_event import TriedEvent
from .tried_event_ids import TriedEventIds
from .tried_event_props import TriedEventProps
from .unknowable import Unknowable
from .unknown_add import UnknownAdd
from .unknown_add_why import UnknownAddWhy
from .unknown_adds import UnknownAdds
from .unknown_line import UnknownLine
from .unmerge_wish import UnmergeWish
from .unread_count import UnreadCount
from .upload_file_kind import UploadFileKind
from .use_list import UseList
from .use_read import UseRead
from .user_read import UserRead
from .value_read import ValueRead
from .verify_file_read import VerifyFileRead
from .verify_file_upload import VerifyFileUpload
from .version import Version
from .version_list import VersionList
from .version_read import VersionRead
from .version_read_kind import VersionReadKind
from .version_read_tree_type_0 import VersionReadTreeType0
from .video_part import VideoPart
from .view_change import ViewChange
from .view_change_filters import ViewChangeFilters
from .view_list import ViewList
from .view_order import ViewOrder
from .view_read import ViewRead
from .view_read_filters import ViewReadFilters
from .visit_customer import VisitCustomer
from .wait_read import WaitRead
from .wait_read_urgency import WaitReadUrgency
from .way_share import WayShare
from .way_share_kind import WayShareKind
from .we_com_day import WeComDay
from .webhook_change import WebhookChange
from .webhook_list import WebhookList
from .webhook_made import WebhookMade
from .webhook_read import WebhookRead
from .wecom_share import WecomShare
from .welcome_fallbacks import WelcomeFallbacks
from .welcome_owner import WelcomeOwner
from .welcome_owner_standing import WelcomeOwnerStanding
from .welcome_owners import WelcomeOwners
from .welcome_text import WelcomeText
from .welcomes_which_applies_standing import WelcomesWhichAppliesStanding
from .which_greeting import WhichGreeting
from .window_read import WindowRead
from .words import Words
from .worn_tag import WornTag
from .worn_tag_kind import WornTagKind

__all__ = (
    "AccessListScopesKind",
    "ActivationRead",
    "ActivationReadReasonType0",
    "ActivationReadSourceType0",
    "ActivationReport",
    "ActivationReportBy",
    "ActivationShare",
    "ActivityRead",
    "ActivityReadSource",
    "ActivityReadState",
    "ActOnManyTasksState",
    "Actor",
    "ActorList",
    "AddPage",
    "AddRead",
    "AddReadOutcome",
    "AddressConfirmation",
    "AddSummary",
    "AddTag",
    "AddTarget",
    "AddTargetKeptDays",
    "Advice",
    "AdviceKind",
    "AdviceNumbers",
    "AdviceReason",
    "Ahead",
    "AnchorRead",
    "AnchorReadKind",
    "AnswerItem",
    "AnswerItemKind",
    "AnswerList",
    "AnswerRead",
    "ApiRead",
    "ApiTokenRead",
    "ApiTokenReadKind",
    "ApiTokenReadState",
    "AppKeys",
    "AppRead",
    "AskForExportSort",
    "AskForExportStateType0",
    "AssignmentPage",
    "AssignmentRead",
    "AssignmentReadReason",
    "AssignmentReadState",
    "Attention",
    "AttentionKey",
    "AttributedVisit",
    "AttributedVisitClicks",
    "AttributedVisits",
    "AttributedVisitUtm",
    "AttributionReport",
    "AuditPage",
    "AuditRow",
    "AuditRowAfterType0",
    "AuditRowBeforeType0",
    "BatchList",
    "BatchRead",
    "BatchReadState",
    "BoardTask",
    "BoardTaskPriority",
    "BoardTaskProof",
    "BoardTaskState",
    "BodyGroupcodesAddPicture",
    "BodyStaffPagesShowOwnProof",
    "BodyUploadFile",
    "BrakeRead",
    "BrakeReadKind",
    "BreachGroup",
    "BreachPage",
    "BreachRead",
    "BreachReadKind",
    "BreachReadState",
    "BreachSettingsChange",
    "BreachSettingsRead",
    "BulkAct",
    "BulkActAct",
    "BulkActPage",
    "BulkActRead",
    "BulkActReadAbout",
    "BulkActReadArguments",
    "BulkActReadSource",
    "BulkActReadState",
    "BulkAskForActSort",
    "BulkAskForActStateType0",
    "BulkDownloadResultsLanguage",
    "BulkOutcome",
    "BulkWish",
    "BulkWishArguments",
    "ButtonAnswer",
    "ByBounds",
    "ByMean",
    "ByQuantile",
    "ByScore",
    "CallbackPage",
    "CallbackRead",
    "Candidate",
    "Cap",
    "ChainRead",
    "ChannelCreate",
    "ChannelDay",
    "ChannelDays",
    "ChannelMember",
    "ChannelMonthCost",
    "ChannelOfState",
    "ChannelPage",
    "ChannelRead",
    "ChannelReadKind",
    "ChannelReadStatus",
    "ChannelRef",
    "ChannelsDownloadBatchKind",
    "ChannelsDownloadBatchLang",
    "ChannelsDownloadCodesTemplateLang",
    "ChannelsReadSheetKind",
    "ChannelsReadSheetSize",
    "ChannelStatistics",
    "ChannelUpdate",
    "Chart",
    "ChatMember",
    "ChatMembers",
    "Check",
    "CheckCode",
    "CheckFacts",
    "CheckKey",
    "CheckList",
    "CheckStatus",
    "Choice",
    "ChoicesChange",
    "ChoicesChangeDoors",
    "ChoicesChangeDoorsAdditionalPropertyType0",
    "ChoicesChangeMail",
    "ChoicesRead",
    "City",
    "CityList",
    "ClaimPage",
    "ClaimRead",
    "ClaimReadTakerType0",
    "Clash",
    "ClashHow",
    "CodeGroup",
    "CodeGroupPage",
    "CodeGroupStanding",
    "CodeProof",
    "CodeRowError",
    "CodeRowErrorFault",
    "CodesFound",
    "CodeTemplate",
    "Column",
    "Confirmation",
    "ConflictDecision",
    "ConflictDecisionVerdict",
    "ConflictPage",
    "ConflictRead",
    "ConflictReadClaimedBy",
    "ConflictReadDecisionType0",
    "ConflictReadKind",
    "ConflictReadState",
    "ConflictReadWhy",
    "ConnectionRead",
    "ConnectionRunChecksLangType0",
    "Consent",
    "Consenter",
    "ConsenterPage",
    "ConsentList",
    "ConsentPurposesItem",
    "ConsentRead",
    "CorpRead",
    "CostChange",
    "CostChangeMonths",
    "CostList",
    "CountCustomersSort",
    "CountCustomersStateType0",
    "CountGroupsKindItem",
    "CountGroupsPhaseItem",
    "CountGroupsStateItem",
    "CountGroupsTierItem",
    "CountQuestion",
    "CountQuestionTree",
    "CountRead",
    "CountReadNodes",
    "CoveredLinkPart",
    "CreditRead",
    "CurrentGroup",
    "CustomerChoice",
    "CustomerChoiceStageType0Item",
    "CustomerCount",
    "CustomerGroup",
    "CustomerGroupLeftHowType0",
    "CustomerGroups",
    "CustomerListItem",
    "CustomerOrders",
    "CustomerPage",
    "CustomerProfile",
    "CustomerRef",
    "CustomerRow",
    "CustomersListSilencesWhich",
    "CustomersReadTimelineKindType0Item",
    "CustomersSummariseActivationBy",
    "DayCount",
    "Decided",
    "Decision",
    "DecisionUndo",
    "DeedList",
    "DeedRead",
    "DeedReadState",
    "DeliveryList",
    "DeliveryRead",
    "DeliveryReadState",
    "DepartmentList",
    "DepartmentRead",
    "DepartmentRef",
    "Doors",
    "DoubleOwner",
    "DoubleOwners",
    "DoublePlanRead",
    "DoublePlanReadKeep",
    "DoublePlanReadRule",
    "DoublePlanReadState",
    "DoublePlans",
    "DoublePreview",
    "DoubleRules",
    "DoubleRulesKeep",
    "DoubleRulesRule",
    "DownloadTargetsTemplateLang",
    "DownloadTouchpointsTemplateLang",
    "DriftPage",
    "DriftPageCounts",
    "DriftRead",
    "DriftReadAfter",
    "DriftReadBefore",
    "DriftReadKind",
    "DutyList",
    "DutyRead",
    "DutyWish",
    "EntryRule",
    "EntryRuleExcludeItem",
    "EntryRuleIncludeItem",
    "EntryRuleMatch",
    "ErasureConfirmation",
    "ErasurePage",
    "ErasureRead",
    "ErasureReadState",
    "ErasureWish",
    "EventOffer",
    "EventTrigger",
    "Explained",
    "ExplainQuestion",
    "ExplainQuestionTree",
    "ExplainRead",
    "ExportColumn",
    "ExportColumns",
    "ExportGrowthBy",
    "ExportGrowthLang",
    "ExportOrdersLang",
    "ExportOrdersRefundedType0",
    "ExportOrdersStatusType0Item",
    "ExportPage",
    "ExportRead",
    "ExportReadFormat",
    "ExportReadState",
    "ExportStoresLang",
    "ExportStoresState",
    "ExportWish",
    "ExportWishFormat",
    "ExportWishLanguage",
    "FactorEnd",
    "FactorOffered",
    "FamilyRead",
    "FamilyWish",
    "FieldCell",
    "FieldChange",
    "FieldChangeEditedByItem",
    "FieldChangeSeenByItem",
    "FieldList",
    "FieldOffer",
    "FieldOrder",
    "FieldProblem",
    "FieldRead",
    "FieldReadEditedByItem",
    "FieldReadKind",
    "FieldReadSeenByItem",
    "FieldSheet",
    "FieldWords",
    "FieldWordsKind",
    "FilePart",
    "FileRead",
    "FirstPassword",
    "FirstSteps",
    "Forgiving",
    "Found",
    "Frozen",
    "Funnel",
    "GapCount",
    "GapCountGap",
    "GiftChange",
    "GiftList",
    "GiftRead",
    "GiftReadPhase",
    "GiftsListTakersReasonType0",
    "GiftVersion",
    "GivenAnswers",
    "GivenAnswersAnswers",
    "GivenValues",
    "GivenValuesValues",
    "GiverRead",
    "GiverReadMode",
    "GiverStage",
    "GiverTag",
    "GreetingChange",
    "GreetingChangeReach",
    "GreetingChangeStanding",
    "GreetingChannel",
    "GreetingFile",
    "GreetingFileKind",
    "GreetingFileState",
    "GreetingHours",
    "GreetingList",
    "GreetingRead",
    "GreetingReadReach",
    "GreetingReadStanding",
    "GreetingRef",
    "GreetingRefReach",
    "GreetingRefStanding",
    "GreetingStep",
    "GreetingStepWhy",
    "GroupcareExportRepliesLang",
    "GroupChoice",
    "GroupCodeCreate",
    "GroupCodeCreateOpens",
    "GroupCodeDay",
    "GroupCodePage",
    "GroupCodeRead",
    "GroupCodeReadOpens",
    "GroupCodeReadProblemType0",
    "GroupCodeReadShows",
    "GroupCodeReadStatus",
    "GroupCodeReadWarnedType0",
    "GroupcodesExportJoinsLanguage",
    "GroupcodesListQueueStandingType0",
    "GroupcodesReadSheetKind",
    "GroupcodesReadSheetSize",
    "GroupCodeStatistics",
    "GroupCodeStatisticsViews",
    "GroupCodeUpdate",
    "GroupCodeUpdateOpens",
    "GroupCount",
    "GroupDayRead",
    "GroupDayReadWhyNullType0",
    "GroupDays",
    "GroupDetail",
    "GroupDetailKindType0",
    "GroupDetailState",
    "GroupDetailTierType0",
    "GroupDuplicate",
    "GroupDuplicates",
    "GroupHappening",
    "GroupHappeningKind",
    "GroupHappeningLeftHowType0",
    "GroupLabelRead",
    "GroupLabels",
    "GroupLife",
    "GroupMove",
    "GroupOwner",
    "GroupPage",
    "GroupPerson",
    "GroupProfile",
    "GroupProfileKindType0",
    "GroupProfiles",
    "GroupProfileSet",
    "GroupProfileSetKindType0",
    "GroupProfileSetTierType0",
    "GroupProfileTierType0",
    "GroupRef",
    "GroupRoles",
    "GroupRolesRoleType0",
    "GroupRolesSet",
    "GroupRow",
    "GroupRowKindType0",
    "GroupRowState",
    "GroupRowTierType0",
    "GroupRulesChange",
    "GroupRulesList",
    "GrouprulesListBreachesKindItem",
    "GrouprulesListBreachesStateItem",
    "GrouprulesListNicknamesFitItem",
    "GrouprulesListRuledGroupsNoticeType0",
    "GrouprulesListRuledGroupsWrongType0",
    "GroupRulesOfGroup",
    "GroupRulesRead",
    "GroupsAdded",
    "GroupsChanged",
    "GroupSearch",
    "GroupSearchTierItem",
    "GroupSilenceRead",
    "GroupSilenceReadTalk",
    "GroupsListMembersOwnRoleType0",
    "GroupsListMembersRoleType0",
    "GroupStaffRef",
    "GroupStay",
    "GroupStayLeftHowType0",
    "GroupStayOwnRoleType0",
    "GroupStayPage",
    "GroupStayRole",
    "GroupsToAdd",
    "GroupSummary",
    "GrouptiersExportPeopleLanguage",
    "GrouptiersListPeopleStateType0",
    "GrouptiersSetRuleTier",
    "GroupWatch",
    "GroupwatchListRenewalsWhich",
    "GroupWelcomeChange",
    "GroupWelcomeList",
    "GroupWelcomeRead",
    "GroupWelcomeReadProblemType0",
    "GroupWelcomeReadStatus",
    "GrowthNumbers",
    "GrowthReport",
    "GrowthReportUntold",
    "GrowthReportUntoldAdditionalProperty",
    "GrowthRow",
    "HandedCustomerName",
    "HandedGroup",
    "HandedGroupName",
    "HandedGroupPage",
    "HandedGroupState",
    "HandedPerson",
    "HandedPersonPage",
    "HandedPersonState",
    "HandoverExclusion",
    "HandoverGroupPlan",
    "HandoverGroups",
    "HandoverPage",
    "HandoverPeople",
    "HandoverPlan",
    "HandoverPreview",
    "HandoverPreviewMode",
    "HandoverRead",
    "HandoverReadMode",
    "HandoverReadRule",
    "HandoverReadState",
    "HandoversDownloadResultsLanguage",
    "HandoversListGroupsStateType0",
    "HandoversListPeopleStateType0",
    "HandoverWish",
    "HandoverWishRule",
    "HandoverWords",
    "Heap",
    "HeapDecision",
    "HeapDecisionChoice",
    "HeapDecisionReason",
    "HeapDecisionTypeType0",
    "HeapExamplesItem",
    "HeapReason",
    "HeldRead",
    "HookMade",
    "HookMadeFields",
    "HookRead",
    "HookReadFields",
    "HookWish",
    "HookWishFields",
    "HourRead",
    "HourReadRefused",
    "IdRead",
    "IdReadKind",
    "ImagePart",
    "ImportPage",
    "ImportRead",
    "ImportReadState",
    "ImportReadStepType0",
    "ImportReadSubject",
    "ImportsDownloadErrorsLang",
    "ImportsListErrorsLang",
    "ImportsListTargetsSubject",
    "ImportStoresLang",
    "ImportTargetsKeptDays",
    "ImportTargetsKind",
    "ImportTargetsLang",
    "ImportTouchpointsLang",
    "InsiderWish",
    "InvitationCandidates",
    "InvitationCandidatesTierType0",
    "InvitationCandidatesWho",
    "InvitationDetail",
    "InvitationDetailState",
    "InvitationDetailTierType0",
    "InvitationDetailWho",
    "InvitationFunnel",
    "InvitationGroup",
    "InvitationMember",
    "InvitationPage",
    "InvitationPreview",
    "InvitationRead",
    "InvitationReadState",
    "InvitationReadTierType0",
    "InvitationReadWho",
    "InvitationShare",
    "InvitationSteps",
    "InvitationWay",
    "InvitationWayStatus",
    "Invited",
    "InviteePage",
    "InviteeRead",
    "InviteeReadReasonType0",
    "InviteeReadState",
    "JoinPage",
    "JoinRead",
    "Keeping",
    "Kept",
    "KeptShare",
    "KeptShareDays",
    "KeyRead",
    "KeywordReplyChange",
    "KeywordReplyList",
    "KeywordReplyRead",
    "KeywordReplyReadState",
    "KindChange",
    "KindDetail",
    "KindDetailKeptBy",
    "KindList",
    "KindListAliases",
    "KindRead",
    "KindReadKeptBy",
    "LandingDay",
    "LandingDays",
    "LandingDaysCountsBy",
    "LeaverList",
    "LeaverRead",
    "LeavesRead",
    "LeavesReadSearches",
    "LeftOutCount",
    "LeftOutCountReason",
    "Library",
    "LifeEntry",
    "LifePage",
    "LinkCounts",
    "LinkCreate",
    "LinkCreatePriority",
    "LinkOverview",
    "LinkPage",
    "LinkPart",
    "LinkRead",
    "LinkReadKind",
    "LinkReadPriority",
    "LinkReadStatus",
    "LinkUpdate",
    "LinkUpdatePriority",
    "ListAddsOutcomeType0",
    "ListCallbacksStatusType0",
    "ListChannelsKindType0Item",
    "ListChannelsStatusType0Item",
    "ListCustomersSort",
    "ListCustomersStateType0",
    "ListGroupsKindItem",
    "ListGroupsPhaseItem",
    "ListGroupsSort",
    "ListGroupsStateItem",
    "ListGroupsTierItem",
    "ListHandoversStateType0",
    "ListLinksStatusType0Item",
    "ListLossesBackType0",
    "ListLossesByType0",
    "ListLossesWhat",
    "ListOrdersRefundedType0",
    "ListOrdersStatusType0Item",
    "ListRfmPeopleKeyType0",
    "ListSegmentsKindType0",
    "ListStaffLossesBackType0",
    "ListStaffLossesByType0",
    "ListStaffLossesWhat",
    "ListStaffRoomWhich",
    "ListStoresState",
    "ListTagGroupsKindType0",
    "ListTagRuleStartersLanguage",
    "ListTasksState",
    "ListTokensKind",
    "ListTouchpointsGapType0",
    "ListTouchpointsKindType0",
    "ListTouchpointsStanding",
    "LogMonthRead",
    "LogMonthReadWhere",
    "LogRead",
    "LossDay",
    "LossesReadLossSummaryBackType0",
    "LossesReadLossSummaryByType0",
    "LossesReadLossSummaryWhat",
    "LossItem",
    "LossItemBy",
    "LossList",
    "LossSummary",
    "LossTotals",
    "MailRead",
    "Mapping",
    "MappingColumns",
    "MappingStatuses",
    "MappingSubject",
    "MappingTried",
    "MappingTry",
    "MappingUnknownTags",
    "MemberCode",
    "MemberCodes",
    "MemberCodeStatus",
    "MemberDuty",
    "MemberPage",
    "MemberRead",
    "MemberReplaced",
    "MemberReplacement",
    "MemberTasks",
    "MemberTasksPage",
    "MergePlan",
    "MergeRead",
    "MergeReadMoved",
    "MergeWish",
    "MiniProgramPart",
    "MinorMark",
    "Moved",
    "MovedRows",
    "NameCounts",
    "Named",
    "NamedKind",
    "NewAddress",
    "NewAddressLanguage",
    "NewBreach",
    "NewBreachKind",
    "NewConsent",
    "NewField",
    "NewFieldEditedByItem",
    "NewFieldKind",
    "NewFieldSeenByItem",
    "NewFollowUp",
    "NewFollowUpOutcome",
    "NewGift",
    "NewGreeting",
    "NewGreetingReach",
    "NewGreetingStanding",
    "NewGroupPick",
    "NewGroupRules",
    "NewGroupWelcome",
    "NewHandover",
    "NewHandoverRule",
    "NewInvitation",
    "NewInvitationTierType0",
    "NewInvitationWho",
    "NewKeywordReply",
    "NewKind",
    "NewList",
    "NewListWhat",
    "NewNote",
    "NewOption",
    "NewOrder",
    "NewOrderItem",
    "NewOrderRefund",
    "NewOrders",
    "NewOrderStatus",
    "NewOutsider",
    "NewPerson",
    "NewPersonRoleType0",
    "NewPool",
    "NewPoolKind",
    "NewPools",
    "NewQuestion",
    "NewQuestionKindType0",
    "NewRenewal",
    "NewRole",
    "NewRoleBasedOn",
    "NewSegment",
    "NewSegmentKind",
    "NewSegmentTreeType0",
    "NewServiceToken",
    "NewSet",
    "NewSource",
    "NewSourceKind",
    "NewStage",
    "NewStageStageType0",
    "NewStore",
    "NewTargets",
    "NewTargetsKeptDays",
    "NewTargetsKind",
    "NewToken",
    "NewTouchpoint",
    "NewTouchpointHook",
    "NewTouchpointKind",
    "NewView",
    "NewViewFilters",
    "NewWebhook",
    "NicknameCounts",
    "NicknameForm",
    "NicknameFormPartsItem",
    "NicknameFormSeparator",
    "NicknamePage",
    "NicknameRow",
    "NicknameRowFit",
    "NoteChange",
    "NotePage",
    "NoteRead",
    "NoteReadKind",
    "NoteReadOutcomeType0",
    "NoticeCounts",
    "NoticeKindRead",
    "NoticeKindReadDoor",
    "NoticeKindReadOwnType0",
    "NoticeList",
    "NoticePage",
    "NoticeRead",
    "Numbers",
    "OfEvents",
    "OfOrders",
    "OpenPhones",
    "OpenSession",
    "Option",
    "OrderBuyer",
    "OrderCustomer",
    "OrderDetail",
    "OrderDetailCreditType0",
    "OrderDetailStatus",
    "OrderItemRead",
    "OrderPage",
    "OrderRefundRead",
    "OrderRow",
    "OrderRowCreditType0",
    "OrderRowStatus",
    "OrderSourceRead",
    "OrderStore",
    "OrderTagGroupsKind",
    "OrderTotals",
    "OtherRules",
    "OtherRulesBy",
    "OtherRulesWhy",
    "OurDay",
    "OutcomeCount",
    "OutsiderList",
    "OutsiderRead",
    "OverlapRead",
    "OverlapShare",
    "OvershootDay",
    "OvershootRead",
    "Overview",
    "OwnAddPage",
    "OwnBreach",
    "OwnBreachKind",
    "OwnCustomerRead",
    "Owner",
    "OwnerRead",
    "OwnerRef",
    "OwnerSheet",
    "OwnGroup",
    "OwnGroupKindType0",
    "OwnGroupTierType0",
    "OwnHappening",
    "OwnInvitation",
    "OwnInvitations",
    "OwnInvitationState",
    "OwnLife",
    "OwnNotice",
    "OwnNoticeMailState",
    "OwnNoticeState",
    "OwnProof",
    "OwnRefusal",
    "OwnRefuseLink",
    "OwnRuledGroups",
    "OwnSheet",
    "OwnSnooze",
    "OwnStage",
    "OwnStageStageType0",
    "OwnTagPut",
    "OwnTagRead",
    "OwnTarget",
    "OwnTargetKeptDays",
    "OwnTargets",
    "OwnTaskEnd",
    "OwnTaskEndState",
    "OwnValues",
    "OwnValuesValues",
    "PageChange",
    "PageChangeOpens",
    "PageChangeTemplate",
    "PageCodeCreate",
    "PageCodeMade",
    "PageCodeRead",
    "PageCodeUpdate",
    "PageDay",
    "PageList",
    "PageMember",
    "PageMemberRead",
    "PageMemberReadWayType0",
    "PageRead",
    "PageReadChannelKindType0",
    "PageReadCountsBy",
    "PageReadOpens",
    "PageReadTemplate",
    "PageResults",
    "PageRule",
    "PageRuleBy",
    "PageShare",
    "PageSignature",
    "PageSignatures",
    "PageSimulatedMember",
    "PageSimulation",
    "PageSimulationWish",
    "PageTexts",
    "PageWish",
    "PageWishOpens",
    "PageWishTemplate",
    "PasswordChange",
    "PasswordProof",
    "People",
    "PermissionRead",
    "PersonChange",
    "PersonChangeRoleType0",
    "PersonExport",
    "PersonIds",
    "PersonPage",
    "PersonPrivacy",
    "PersonPrivacyBarredType0",
    "PersonRead",
    "PersonRfm",
    "PersonRfmWhyType0",
    "PersonsListConflictsStateType0Item",
    "PersonWish",
    "PersonWishLanguage",
    "PhaseRead",
    "PhaseReadPhaseType0",
    "PhaseReadWhyNullType0",
    "PhaseReason",
    "PhaseReasonCode",
    "PhoneList",
    "PictureList",
    "PictureQuota",
    "PictureRead",
    "PictureReadState",
    "PoolBoard",
    "PoolChange",
    "PoolDay",
    "PoolRead",
    "PoolReadKind",
    "PoolReadState",
    "PreferencesChange",
    "PreferencesChangeActivationMessagesType0",
    "PreferencesChangeGroupSilenceTellType0",
    "PreferencesRead",
    "PreferencesReadActivationMessages",
    "PreferencesReadGroupSilenceTell",
    "Preset",
    "PriceWish",
    "PrivacyRead",
    "PrivacyRequestPage",
    "PrivacyRequestRead",
    "PrivacyRequestReadKind",
    "PrivacySetRetentionKind",
    "PrivacyShowProofLang",
    "PrivateTag",
    "Problem",
    "ProfileRead",
    "ProfileTag",
    "ProfileTagKind",
    "Proof",
    "ProofErased",
    "PropertyChange",
    "PropertyChangeHandling",
    "PropertyChangeTypeType0",
    "PropertyOffer",
    "PropertyRead",
    "PropertyReadFormerItem",
    "PropertyReadHandling",
    "PropertyReadType",
    "PurposeChange",
    "PurposeList",
    "PurposeRead",
    "PutTag",
    "Quarantine",
    "QuestionRead",
    "QuestionReadKindType0",
    "QueueCounts",
    "QuotaEnd",
    "QuotaRead",
    "QuotaReadWaiting",
    "QuotaUse",
    "RawCallback",
    "Reach",
    "Reachable",
    "ReachBy",
    "ReachCount",
    "ReachKindsItem",
    "ReachNamed",
    "ReachNamedBy",
    "ReachNamedKindsItem",
    "ReachNamedTiersItem",
    "ReachTiersItem",
    "ReaderRead",
    "ReadGrowthBy",
    "ReadingRead",
    "ReadTargetsKindType0",
    "ReadThese",
    "RecoveryCodes",
    "Refusal",
    "RefusalRead",
    "RelationRead",
    "RenewalDetail",
    "RenewalDetailState",
    "RenewalList",
    "RenewalPersonRead",
    "RenewalPersonReadWhy",
    "RenewalRead",
    "RenewalReadState",
    "ReplayRequest",
    "ReplayResult",
    "ReplyEntered",
    "Report",
    "ReportWhat",
    "RequestDecline",
    "RequestDone",
    "RetentionChange",
    "RetentionRead",
    "RetentionReadKind",
    "Retried",
    "RetryWish",
    "RetryWishRuleType0",
    "RfmCellRead",
    "RfmCellReadKey",
    "RfmClassSize",
    "RfmClassSizeKey",
    "RfmCuts",
    "RfmFlow",
    "RfmFlowAfterType0",
    "RfmFlowBeforeType0",
    "RfmFlows",
    "RfmHistory",
    "RfmPeople",
    "RfmPreview",
    "RfmRead",
    "RfmRunList",
    "RfmRunRead",
    "RfmRunReadState",
    "RfmScale",
    "RfmScored",
    "RfmScoredKey",
    "RfmSettings",
    "RfmSettingsChange",
    "RfmSettingsRead",
    "RfmSettingsStatusesItem",
    "RfmSettingsWish",
    "RfmSizes",
    "RoleChange",
    "RoleChangeBasedOnType0",
    "RoleList",
    "RoleRead",
    "RoomOverview",
    "RoomRead",
    "RoomReadKind",
    "RosterMember",
    "RosterMemberReasonType0",
    "RosterRead",
    "RosterReadFallbackType0",
    "RotaRead",
    "RotaUpdate",
    "RotaWarning",
    "RotaWarningKind",
    "RotaWrite",
    "RowError",
    "RowErrorRead",
    "RowErrors",
    "RuleAsked",
    "RuleChange",
    "RuleChangeConditionType0",
    "RuleCount",
    "RuledGroup",
    "RuledGroupNameState",
    "RuledGroupNotice",
    "RuledGroupPage",
    "RuleDraft",
    "RuleDraftConditionType0",
    "RuleDryRun",
    "RuleEffect",
    "RuleEffectPage",
    "RuleEffectUndoneType0",
    "RuleEffectWhat",
    "RuleList",
    "RuleOutcome",
    "RulePerson",
    "RuleRead",
    "RuleReadConditionType0",
    "RuleRef",
    "RuleRefusal",
    "RuleRun",
    "RuleRunCause",
    "RuleRunDetail",
    "RuleRunDetailCause",
    "RuleRunDetailState",
    "RuleRunPage",
    "RuleRunState",
    "RuleSample",
    "RulesChange",
    "RulesChangeDoorsType0",
    "RulesChangeDoorsType0AdditionalProperty",
    "RuleSentence",
    "RulesInput",
    "RulesInputPatternType0",
    "RulesOutput",
    "RulesOutputPatternType0",
    "RulesOwner",
    "RulesOwners",
    "RulesOwnerTaskStateType0",
    "RulesRead",
    "RulesReadDoors",
    "RulesReadDoorsAdditionalProperty",
    "RulesRef",
    "RulesRefBy",
    "RuleStarter",
    "RuleStarterList",
    "RuleStarterUse",
    "RuleStarterUseLanguage",
    "RulesTaskCounts",
    "RulesWish",
    "RuleSwitch",
    "RuleUndo",
    "RuleWhere",
    "RuleWhereIs",
    "RunList",
    "RunProgress",
    "RunProgressMode",
    "RunProgressState",
    "RunRead",
    "RunReadState",
    "Said",
    "Sampled",
    "SampleQuestion",
    "SampleQuestionTree",
    "SampleRead",
    "SampleRow",
    "SceneCounts",
    "ScheduleTrigger",
    "ScheduleTriggerEvery",
    "Scope",
    "ScopeChoices",
    "ScopeKind",
    "ScopeRead",
    "ScopeReadKind",
    "SegmentChange",
    "SegmentChangeKind",
    "SegmentChangeTreeType0",
    "SegmentDetail",
    "SegmentDetailKind",
    "SegmentDetailTreeType0",
    "SegmentExport",
    "SegmentExportFormat",
    "SegmentExportLanguage",
    "SegmentPage",
    "SegmentRow",
    "SegmentRowKind",
    "SegmentRunRead",
    "SegmentRunReadState",
    "SegmentRunReadWhy",
    "SegmentsReadLanguageResponseSegmentsReadLanguage",
    "SegmentsUploadListWhat",
    "SegmentTrigger",
    "SegmentTriggerMoved",
    "SegmentVersionAsked",
    "SendRead",
    "SendReadState",
    "SessionList",
    "SessionRead",
    "SetChange",
    "SetList",
    "SetRead",
    "SetStage",
    "SetStageStageType0",
    "Shape",
    "ShapeFormat",
    "ShapeLooks",
    "ShapeLooksAdditionalProperty",
    "ShapeSubject",
    "Share",
    "Sheet",
    "SheetFindings",
    "SheetPerson",
    "SheetText",
    "ShortLinkList",
    "ShortLinkRead",
    "ShortLinkWish",
    "SignIn",
    "SilencePage",
    "SilenceRead",
    "SilenceRow",
    "SilenceRowWhyEndedType0",
    "SimulatedGap",
    "SimulatedGapFallback",
    "SimulatedMember",
    "SimulationRead",
    "SimulationWish",
    "SizeList",
    "SizePoint",
    "Skeleton",
    "Skeletons",
    "SkippedCount",
    "SkippedCountReason",
    "Somebody",
    "SourceChange",
    "SourceDay",
    "SourceDays",
    "SourceHours",
    "SourceMade",
    "SourceMapping",
    "SourceMappingIds",
    "SourceMappingKinds",
    "SourceMappingProperties",
    "SourcePage",
    "SourceRead",
    "SourceReadKind",
    "Span",
    "StaffLosses",
    "StaffLossPage",
    "StaffPage",
    "StaffPagesReadOwnLifeKindType0Item",
    "StaffPagesReadOwnSheetKind",
    "StaffRead",
    "StaffRef",
    "StaffRoom",
    "StaffRoomCount",
    "StaffRoomPage",
    "StaffSessionRead",
    "StageList",
    "StageName",
    "StageNameKey",
    "StageNames",
    "StageRead",
    "StageReadKey",
    "Standing",
    "Starter",
    "StarterList",
    "StarterTopic",
    "StarterUse",
    "StarterUseKind",
    "StarterUseLanguage",
    "StoreChange",
    "StoreDetail",
    "StoreMember",
    "StorePage",
    "StoreRead",
    "StoresDownloadTemplateLang",
    "StreamMessage",
    "StreamMessageMessage",
    "StreamPage",
    "StreamRow",
    "StreamRowOutline",
    "SubOwner",
    "SubOwners",
    "SubOwnerSpan",
    "Suggestion",
    "SyncListDriftsKindType0",
    "SyncRead",
    "SyncWanted",
    "SyncWantedMode",
    "TableCount",
    "TableCountHow",
    "TagChange",
    "TagDetail",
    "TagDetailLock",
    "TagGroupChange",
    "TagGroupCreate",
    "TagGroupCreateKind",
    "TagGroupDetail",
    "TagGroupDetailKind",
    "TagGroupDetailLock",
    "TagGroupRead",
    "TagGroupReadKind",
    "TagGroupRow",
    "TagGroupRowKind",
    "TagGroupRowLock",
    "TagLibrary",
    "TagList",
    "TagMerge",
    "TagOption",
    "TagOrder",
    "TagPut",
    "TagRef",
    "TagRoom",
    "TagsCreate",
    "TagsListStartersLanguage",
    "TagsOfCustomer",
    "TagSource",
    "TagUses",
    "TakenList",
    "TakenRead",
    "TakenReadChange",
    "TakerPage",
    "TakerPlan",
    "TakerRead",
    "TakerReadReason",
    "TakerRules",
    "TakerRulesRead",
    "TakerStanding",
    "TakerWish",
    "TakeTag",
    "TargetBoard",
    "TargetHolder",
    "TargetHolderKind",
    "TargetList",
    "TargetRead",
    "TargetRulesRead",
    "TargetsSet",
    "TargetWish",
    "TaskAssignee",
    "TaskChange",
    "TaskChangePriorityType0",
    "TaskClosing",
    "TaskClosingState",
    "TaskCounts",
    "TaskDetail",
    "TaskDetailPriority",
    "TaskDetailProof",
    "TaskDetailState",
    "TaskEnd",
    "TaskEndState",
    "TaskGift",
    "TaskGiftPriority",
    "TaskGiftProofType0",
    "TaskKindCount",
    "TaskKindList",
    "TaskKindName",
    "TaskKindRead",
    "TaskKindReadProof",
    "TaskList",
    "TaskPage",
    "TaskRead",
    "TaskReadPriority",
    "TaskReadProof",
    "TaskReadState",
    "TaskStep",
    "TaskStepAfter",
    "TaskStepBefore",
    "TaskTitle",
    "Template",
    "TemplateList",
    "TemplateTree",
    "Text",
    "TextRead",
    "TierBoard",
    "TierRead",
    "TierReadTier",
    "TierRule",
    "TierShares",
    "TodayTask",
    "TodayTaskPriority",
    "TodayTaskProof",
    "TodayTasks",
    "TodayTaskState",
    "TokenMade",
    "TokenMadeKind",
    "TokenMadeState",
    "TokenPage",
    "TokenRead",
    "TokenScope",
    "TokenScopeKind",
    "TouchpointChange",
    "TouchpointChangeHook",
    "TouchpointChangeKind",
    "TouchpointList",
    "TouchpointRead",
    "TouchpointReadGapsItem",
    "TouchpointReadHook",
    "TouchpointReadKind",
    "TouchRead",
    "TreeQuestion",
    "TreeQuestionTree",
    "TriedEvent",
    "TriedEventIds",
    "TriedEventProps",
    "Unknowable",
    "UnknownAdd",
    "UnknownAdds",
    "UnknownAddWhy",
    "UnknownLine",
    "UnmergeWish",
    "UnreadCount",
    "UploadFileKind",
    "UseList",
    "UseRead",
    "UserRead",
    "ValueRead",
    "VerifyFileRead",
    "VerifyFileUpload",
    "Version",
    "VersionList",
    "VersionRead",
    "VersionReadKind",
    "VersionReadTreeType0",
    "VideoPart",
    "ViewChange",
    "ViewChangeFilters",
    "ViewList",
    "ViewOrder",
    "ViewRead",
    "ViewReadFilters",
    "VisitCustomer",
    "WaitRead",
    "WaitReadUrgency",
    "WayShare",
    "WayShareKind",
    "WebhookChange",
    "WebhookList",
    "WebhookMade",
    "WebhookRead",
    "WeComDay",
    "WecomShare",
    "WelcomeFallbacks",
    "WelcomeOwner",
    "WelcomeOwners",
    "WelcomeOwnerStanding",
    "WelcomesWhichAppliesStanding",
    "WelcomeText",
    "WhichGreeting",
    "WindowRead",
    "Words",
    "WornTag",
    "WornTagKind",
)
