"""WeCom's API as verbs by area, for one app."""

from yutang.wecom.acquisition_links import AcquisitionLinks
from yutang.wecom.agents import Agents
from yutang.wecom.app_chats import AppChats
from yutang.wecom.app_messages import AppMessages
from yutang.wecom.auth import Auth
from yutang.wecom.batch_jobs import BatchJobs
from yutang.wecom.broadcasts import Broadcasts
from yutang.wecom.contact_tags import ContactTags
from yutang.wecom.contact_ways import ContactWays
from yutang.wecom.contacts import Contacts
from yutang.wecom.customers import Customers
from yutang.wecom.departments import Departments
from yutang.wecom.external_ids import ExternalIds
from yutang.wecom.group_welcomes import GroupWelcomes
from yutang.wecom.groups import Groups
from yutang.wecom.handover import Handover
from yutang.wecom.intercepts import Intercepts
from yutang.wecom.join_ways import JoinWays
from yutang.wecom.media import Media
from yutang.wecom.member_ids import MemberIds
from yutang.wecom.members import Members
from yutang.wecom.moments import Moments
from yutang.wecom.products import Products
from yutang.wecom.relation_rows import Relations
from yutang.wecom.robots import Robots
from yutang.wecom.statistics import Statistics
from yutang.wecom.strategies import CustomerStrategies, MomentStrategies
from yutang.wecom.strategy_tags import StrategyTags
from yutang.wecom.tags import Tags
from yutang.wecom.transport import Transport
from yutang.wecom.welcome import Welcome
from yutang.wecom.workbench import Workbench


class WeCom:
    """The client: ``WeCom(transport).tags.list()``."""

    def __init__(self, transport: Transport) -> None:
        self.acquisition_links = AcquisitionLinks(transport)
        self.agents = Agents(transport)
        self.app_chats = AppChats(transport)
        self.app_messages = AppMessages(transport)
        self.auth = Auth(transport)
        self.batch_jobs = BatchJobs(transport)
        self.broadcasts = Broadcasts(transport)
        self.contact_tags = ContactTags(transport)
        self.contact_ways = ContactWays(transport)
        self.contacts = Contacts(transport)
        self.customers = Customers(transport)
        self.departments = Departments(transport)
        self.external_ids = ExternalIds(transport)
        self.group_welcomes = GroupWelcomes(transport)
        self.groups = Groups(transport)
        self.handover = Handover(transport)
        self.intercepts = Intercepts(transport)
        self.join_ways = JoinWays(transport)
        self.media = Media(transport)
        self.member_ids = MemberIds(transport)
        self.members = Members(transport)
        self.moment_strategies = MomentStrategies(transport)
        self.moments = Moments(transport)
        self.products = Products(transport)
        self.relations = Relations(transport)
        self.robots = Robots(transport)
        self.statistics = Statistics(transport)
        self.strategies = CustomerStrategies(transport)
        self.strategy_tags = StrategyTags(transport)
        self.tags = Tags(transport)
        self.welcome = Welcome(transport)
        self.workbench = Workbench(transport)

    async def qr_picture(self, url: str) -> bytes:
        """Download the picture of a contact way, as ``media.qr_picture`` does."""
        return await self.media.qr_picture(url)
