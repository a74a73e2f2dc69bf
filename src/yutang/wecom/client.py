"""WeCom's API as verbs by area, for one app."""

from yutang.wecom.acquisition_links import AcquisitionLinks
from yutang.wecom.auth import Auth
from yutang.wecom.contact_ways import ContactWays
from yutang.wecom.contacts import Contacts
from yutang.wecom.customers import Customers
from yutang.wecom.external_ids import ExternalIds
from yutang.wecom.groups import Groups
from yutang.wecom.handover import Handover
from yutang.wecom.join_ways import JoinWays
from yutang.wecom.media import Media
from yutang.wecom.statistics import Statistics
from yutang.wecom.strategies import CustomerStrategies
from yutang.wecom.strategy_tags import StrategyTags
from yutang.wecom.tags import Tags
from yutang.wecom.transport import Transport
from yutang.wecom.welcome import Welcome


class WeCom:
    """The client: ``WeCom(transport).tags.list()``."""

    def __init__(self, transport: Transport) -> None:
        self.acquisition_links = AcquisitionLinks(transport)
        self.auth = Auth(transport)
        self.contact_ways = ContactWays(transport)
        self.contacts = Contacts(transport)
        self.customers = Customers(transport)
        self.external_ids = ExternalIds(transport)
        self.groups = Groups(transport)
        self.handover = Handover(transport)
        self.join_ways = JoinWays(transport)
        self.media = Media(transport)
        self.statistics = Statistics(transport)
        self.strategies = CustomerStrategies(transport)
        self.strategy_tags = StrategyTags(transport)
        self.tags = Tags(transport)
        self.welcome = Welcome(transport)

    async def qr_picture(self, url: str) -> bytes:
        """Download the picture of a contact way, as ``media.qr_picture`` does."""
        return await self.media.qr_picture(url)
