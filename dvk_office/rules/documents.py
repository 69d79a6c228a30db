"""Our papers as data (`documents.toml`), and the text of their templates (`paper_<kind>.toml`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

import rtoml

from dvk_office.rules.packaged import packaged

_REGISTERED = MappingProxyType({"register": ("number", "date", "cut_off")})
_NONE: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Fills(NamedTuple):
    """The columns of a sheet that take the number and the day of a paper, in every row that it covers."""

    sheet: str
    number: str
    date: str


@dataclass(frozen=True)
class PaperKind:
    """One kind of paper. `columns` and `settings` must be filled in; an error in them or in the `quotes` stops it.

    `sheet` holds the rows that papers are made for, `per` says how many rows make one. Where the office chooses who
    issues it, `issuer_setting` says which setting names the body. Where having no such paper to make means that all is
    well, `none` says why. `wording` names the text of a template that it shares with another kind. What the register
    says of a paper is quoted by every kind that stands in it.
    """

    key: str
    title: str
    family: str
    section: str
    per: str
    sheet: str
    copies: int
    template: str
    abbreviation: str
    register: str
    issuer: str
    signer: str
    file: str
    settings: tuple[str, ...] = ()
    quotes_settings: tuple[str, ...] = ()
    issuer_setting: str = ""
    landscape: bool = False
    none: str = ""
    wording: str = ""
    fills: Fills | None = None
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NONE)
    quotes: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NONE)

    @property
    def text(self) -> str:
        """The key of the template's text; kinds that share a template share its `wording`."""
        return self.wording or self.key


class Signer(NamedTuple):
    """The settings that hold the authority line, the signer's name and post."""

    authority: str
    name: str
    post: str


class Issuer(NamedTuple):
    """The settings that hold the line above the issuer, the issuer's name, and the symbol in its numbers.

    A body without a line above has the words `first` of its name there (UBND xã).
    """

    superior: str
    name: str
    symbol: str
    first: str = ""


class PartyNames(NamedTuple):
    """What an `organisation` of the Party and its `committee` are called.

    By the kind of organisation: the symbol in its numbers, the line over signatures in its name.
    """

    organisation: str
    committee: str
    symbols: Mapping[str, str]
    authorities: Mapping[str, str]


def _parsed(name: str) -> Mapping[str, Any]:
    return rtoml.loads(packaged(name))


@cache
def _source() -> Mapping[str, Any]:
    return _parsed("documents.toml")


@cache
def paper_kinds() -> Mapping[str, PaperKind]:
    """Every kind of paper by its key, in the order of the file."""
    return MappingProxyType({row["key"]: _kind(row) for row in _source()["kinds"]})


def _kind(row: Mapping[str, Any]) -> PaperKind:
    lists = {name: tuple(row.get(name, ())) for name in ("settings", "quotes_settings")}
    tables = {name: _columns(row.get(name, {})) for name in ("columns", "quotes")}
    if row["register"]:
        tables["quotes"] = MappingProxyType({**_REGISTERED, **tables["quotes"]})
    fills = Fills(**row["fills"]) if "fills" in row else None
    return PaperKind(**{**row, **lists, **tables, "fills": fills})


def _columns(table: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({sheet: tuple(keys) for sheet, keys in table.items()})


def signer(key: str) -> Signer:
    """Who signs the papers of `key` (R-007)."""
    return Signer(**_source()["signers"][key])


def issuer(key: str) -> Issuer:
    """Who issues the papers of `key`."""
    return Issuer(**_source()["issuers"][key])


def reissued(kind: PaperKind, body: str) -> PaperKind:
    """`kind` as `body` issues and signs it; what must be filled in of the settings is that body's (T-21)."""
    if body == kind.issuer:
        return kind
    own = (one for one in kind.settings if one not in _heads(kind.issuer, kind.signer))
    return replace(kind, issuer=body, signer=body, settings=(*own, *_heads(body, body)))


def _heads(issued_by: str, signed_by: str) -> tuple[str, ...]:
    """The settings without which a paper has no head and no signature."""
    head, foot = issuer(issued_by), signer(signed_by)
    return tuple(filter(None, (head.superior, head.name, foot.authority, foot.name, foot.post)))


def instead(setting: str) -> str:
    """The setting that is taken where `setting` is blank; empty where there is none."""
    return str(_source()["instead"].get(setting, ""))


def bodies() -> tuple[str, ...]:
    """The settings that hold the one spelling of a body's name (T-23)."""
    return tuple(_source()["names"]["bodies"])


def deciding() -> Mapping[str, str]:
    """The setting with the name of the deciding body, by the authority line that it signs under (T-22)."""
    return MappingProxyType(dict(_source()["deciding"]))


def party_names() -> PartyNames:
    """How the papers of Party organisations are headed and numbered."""
    return PartyNames(**_source()["party_names"])


def problems_sentence() -> str:
    """The sentence with which plans, notices and letters close (R-167)."""
    return str(_source()["closing"]["problems"])


@cache
def paper_text(key: str) -> Mapping[str, Any]:
    """The text of the template `key`: `blocks` in their order, and whatever words its code needs.

    What it does not say for itself is that of the text that it is `like`: the same paper in another family's form.
    """
    own = _parsed(f"paper_{key}.toml")
    return {**paper_text(own["like"]), **own} if "like" in own else own
