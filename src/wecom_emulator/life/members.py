"""What members do because of what happened: answer, accept, confirm, tag; early, late or never."""

import random
from collections import Counter
from itertools import islice

from wecom_emulator.areas.broadcasts.state import UNSENT, Broadcast, Broadcasts
from wecom_emulator.areas.moments.state import Moment, Moments
from wecom_emulator.state import Relation

from .ledger import MISSED, Visitor
from .scenario import Answers, Habit
from .stage import Reaction, Stage
from .stream import habit_of
from .words import a_phrase

_SOON, _LOOKS_WITHIN = 120.0, 6 * 3600.0
"""Seconds in which a tag is set after a purchase, and in which a Moment is looked at."""


class Members:
    """The staff of one life, each with his habit and luck."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._habits: dict[str, Habit] = {}
        self._times: Counter[tuple[str, str]] = Counter()
        self._broadcasts = len(stage.corp.of(Broadcasts).kept)
        self._moments = len(stage.corp.of(Moments).kept)

    def habit(self, userid: str) -> Habit | None:
        """What the member is like; None for one who is not of this life, or no more."""
        stage = self._stage
        number = stage.numbers.get(userid)
        if number is None or userid not in stage.corp.staff:
            return None
        if userid not in self._habits:
            self._habits[userid] = habit_of(stage.scenario, stage.seed, number)
        return self._habits[userid]

    def _luck(self, what: str, userid: str) -> random.Random:
        self._times[what, userid] += 1
        return self._stage.luck(what, userid, self._times[what, userid])

    def _react(self, answers: Answers, wait: float, reaction: Reaction, what: str) -> None:
        """Do it after his own time, or note that he never will."""
        chance = self._luck(what, reaction.who)
        if chance.random() < answers.chance:
            self._stage.later(wait + answers.after.draw(chance), reaction)
        else:
            stage = self._stage
            stage.ledger.write(stage.at, reaction.do, reaction.who, MISSED, why="never does")

    def asked(self, relation: Relation) -> None:
        """Somebody waits to be accepted."""
        habit = self.habit(relation.userid)
        if habit is None:
            return
        pair = {"userid": relation.userid, "external_userid": relation.external_userid}
        reaction = Reaction("accept", relation.userid, "complete", pair)
        self._react(habit.accepts, 0.0, reaction, "accepts")

    def heard(self, visitor: Visitor, about: str) -> None:
        """Somebody wrote to him."""
        habit, stage = self.habit(visitor.met), self._stage
        if habit is None:
            return
        kind = "apologies" if about == "complaints" else "answers"
        text = a_phrase(stage.scenario.words, kind, self._luck("words", visitor.met))
        body = {"from": visitor.met, "to": visitor.external_userid, "msgtype": "text", "text": text}
        reaction = Reaction("answer", visitor.met, "say", body, visitor.external_userid)
        self._react(habit.answers, 0.0, reaction, "answers")
        if about in {"purchases", "complaints"}:
            self._note(habit, visitor, about)

    def _note(self, habit: Habit, visitor: Visitor, about: str) -> None:
        """A tag for what he wrote, and a remark for one who bought."""
        stage, chance = self._stage, self._luck("notes", visitor.met)
        marks, external = stage.scenario.marks, visitor.external_userid
        tag = marks.bought if about == "purchases" else marks.complained
        if tag is not None and chance.random() < habit.tags:
            body = {"external_userid": external, "add": [stage.tags[tag]]}
            path = f"staff/{visitor.met}/tag"
            stage.later(
                chance.uniform(10, _SOON), Reaction("tag", visitor.met, path, body, external)
            )
        if about == "purchases" and chance.random() < habit.remarks:
            name = stage.corp.persons[external].name
            body = {"external_userid": external, "remark": f"{name[:16]} 老客"}
            path = f"staff/{visitor.met}/remark"
            stage.later(
                chance.uniform(10, _SOON), Reaction("remark", visitor.met, path, body, external)
            )

    def watch(self) -> None:
        """See what waits for members since the last time."""
        corp = self._stage.corp
        broadcasts, moments = corp.of(Broadcasts).kept, corp.of(Moments).kept
        if len(broadcasts) > self._broadcasts:
            for each in list(islice(broadcasts.values(), self._broadcasts, None)):
                self._plan_broadcast(each)
            self._broadcasts = len(broadcasts)
        if len(moments) > self._moments:
            for moment in list(islice(moments.values(), self._moments, None)):
                self._plan_moment(moment)
            self._moments = len(moments)

    def _until(self, dispatched_at: float) -> float:
        """Whole seconds from now until a task is in members' hands."""
        # The clock ran on for some milliseconds since this act began: those are nobody's luck.
        return float(max(0, int(dispatched_at - self._stage.base - self._stage.at)))

    def _plan_broadcast(self, broadcast: Broadcast) -> None:
        wait = self._until(broadcast.dispatched_at)
        for task in broadcast.tasks.values():
            habit = self.habit(task.userid)
            if habit is not None and task.status == UNSENT:
                body = {"userid": task.userid, "msgid": broadcast.msgid}
                reaction = Reaction("confirm", task.userid, "confirm", body)
                self._react(habit.confirms, wait, reaction, "confirms")

    def _plan_moment(self, moment: Moment) -> None:
        wait = self._until(moment.dispatched_at)
        for post in moment.posts.values():
            habit = self.habit(post.userid)
            if habit is not None and not post.posted_at:
                body = {"userid": post.userid, "moment_id": moment.moment_id}
                reaction = Reaction("post", post.userid, "confirm", body)
                self._react(habit.confirms, wait, reaction, "confirms")

    def posted(self, userid: str, moment_id: str) -> None:
        """People of this life look at a Moment, and some like it."""
        stage, chance = self._stage, self._luck("likes", userid)
        moment = stage.corp.of(Moments).kept[moment_id]
        for external in moment.posts[userid].reached:
            visitor = stage.known.get(external)
            likes = stage.scenario.people[visitor.kind].likes if visitor is not None else 0.0
            if chance.random() < likes:
                body = {"external_userid": external, "userid": userid, "kind": "like"}
                path = f"moments/{moment_id}/react"
                after = chance.uniform(60, _LOOKS_WITHIN)
                stage.later(after, Reaction("like", external, path, body, userid))
