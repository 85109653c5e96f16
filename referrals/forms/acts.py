"""What is written down when something is done with a referral."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms

from agencies.models import Agency, Board, Person, Role
from agencies.roles import Holder
from casework import appointments
from casework.fields import Checkboxes, DayField, Radios
from frameworks.facts import Ask, Decision
from frameworks.vocabulary import SECTORS
from referrals.models import Attendance, Referral

YES_NO = [("yes", "Yes"), ("no", "No")]
NOBODYS_SECTOR = "other"  # of a co-opted expert who belongs to no agency
OTHERS_PRESENT = 4
APART_FROM_THE_PANEL = ("chair", "auditor", "administrator")


def reasons(label: str, required: str, help_text: str = "", rows: int = 6, **attrs: Any) -> forms.CharField:
    """Something that must be said at length."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows, **attrs}),
        error_messages={"required": required},
    )


class StartForm(forms.Form):
    """Which board a referral is for; not asked of somebody who works with one board only."""

    board = forms.ModelChoiceField(
        label="Which board is it for?",
        queryset=Board.objects.none(),
        widget=Radios,
        empty_label=None,
        help_text="The board of the area where the child normally lived.",
        error_messages={"required": "Choose a board"},
    )

    def __init__(self, *args: Any, boards: Sequence[Board], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["board"]
        field.queryset = Board.objects.filter(pk__in=[board.pk for board in boards])
        if len(boards) == 1:
            field.initial, field.widget = boards[0], forms.HiddenInput()


class AnswerForm(forms.Form):
    """Answer what the board asked."""

    reply = reasons("Your answer", "Answer what the board asked")


class WithdrawForm(forms.Form):
    """Say why the referral is taken back."""

    reason = reasons("Why do you withdraw it?", "Say why you withdraw the referral", rows=3)


class AskForm(forms.Form):
    """Ask the referrer for more."""

    question = reasons(
        "What does the board need to know?", "Say what the board needs to know", "The referrer reads exactly this."
    )


class SendBackForm(forms.Form):
    """Ask the panel to look again."""

    question = reasons(
        "What should the panel look at again?",
        "Say what the panel should look at again",
        "Its recommendation stays on the record, with your question.",
    )


class PanelForm(forms.Form):
    """When the panel meets, and who is on it."""

    panel_meets_on = DayField(
        label="When does the panel meet?",
        help_text="For example, 27 3 2026",
        error_messages={"required": "Enter the day of the meeting"},
    )
    members = forms.ModelMultipleChoiceField(
        label="Who is on the panel?",
        queryset=Person.objects.none(),
        widget=Checkboxes,
        required=False,
    )

    def __init__(self, *args: Any, referral: Referral, by: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.referral = referral
        self.standing = list(members_of(referral))
        people = _candidates(referral, by)
        field: Any = self.fields["members"]
        field.queryset = people
        field.widget.hints = {str(each.pk): _agency_and_sector(each) for each in people}
        field.help_text = f"{referral.pack.panel.text} They can read the referral from now on."

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.standing and not cleaned.get("members") and "members" not in self.errors:
            self.add_error("members", "Choose who is on the panel")
        return cleaned


class RecommendForm(forms.Form):
    """What the panel recommended, and how it came to it."""

    met_on = DayField(label="When did the panel meet?", past=True, error_messages={"required": "Enter the day of the meeting"})
    present = forms.ModelMultipleChoiceField(
        label="Which members were there?", queryset=Role.objects.none(), widget=Checkboxes, required=False
    )
    declared = forms.ChoiceField(
        label="Did anybody declare an interest?",
        choices=YES_NO,
        widget=Radios(inline=True),
        error_messages={"required": "Say whether anybody declared an interest"},
    )
    interests = forms.CharField(
        label="Who, which interest, and what was agreed about it?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "shown_when": "declared=yes"}),
    )
    criteria_met = forms.ChoiceField(
        label="Does the panel find that the criteria are met?",
        choices=YES_NO,
        widget=Radios(inline=True),
        error_messages={"required": "Say whether the panel finds the criteria met"},
    )
    decision = forms.ChoiceField(
        label="What does the panel recommend?", widget=Radios, error_messages={"required": "Choose what the panel recommends"}
    )
    reasons = reasons(
        "What are the panel’s reasons?", "Give the panel’s reasons", "The chair decides with these in front of them."
    )
    unanimous = forms.ChoiceField(
        label="Was the panel unanimous?",
        choices=YES_NO,
        widget=Radios(inline=True),
        error_messages={"required": "Say whether the panel was unanimous"},
    )
    dissenters = forms.CharField(
        label="Who disagreed?",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"shown_when": "unanimous=no"}),
    )
    dissent = forms.CharField(
        label="What did they think, and why?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "shown_when": "unanimous=no"}),
    )

    def __init__(self, *args: Any, referral: Referral, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.referral = referral
        members = members_of(referral)
        present: Any = self.fields["present"]
        present.queryset = members
        present.label_from_instance = lambda role: role.person.name
        present.widget.hints = {str(role.pk): _agency_and_sector(role) for role in members}
        present.help_text = referral.pack.panel.text
        _offer_decisions(self.fields["decision"], referral)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("declared") == "yes" and not cleaned.get("interests"):
            self.add_error("interests", "Say who declared which interest, and what was agreed about it")
        if cleaned.get("unanimous") == "no":
            for name, sentence in {"dissenters": "Say who disagreed", "dissent": "Say what they thought, and why"}.items():
                if not cleaned.get(name):
                    self.add_error(name, sentence)
        return cleaned

    def attendance(self) -> Iterator[Attendance]:
        """The members who were there, each with the sector they spoke for."""
        for role in self.cleaned_data["present"]:
            yield Attendance(person=role.person, name=role.person.name, sector=sector_of(role))

    def facts(self) -> dict[str, Any]:
        """What the verb takes; an interest or a dissent that was answered with no is none."""
        said = self.cleaned_data
        disagreed = said["unanimous"] == "no"
        return {
            "met_on": said["met_on"],
            "criteria_met": said["criteria_met"] == "yes",
            "decision": said["decision"],
            "reasons": said["reasons"],
            "interests": said["interests"] if said["declared"] == "yes" else "",
            "dissenters": said["dissenters"] if disagreed else "",
            "dissent": said["dissent"] if disagreed else "",
        }


class OtherPresentForm(forms.Form):
    """Somebody who was in the room and is not appointed to the panel."""

    name = forms.CharField(label="Name and role", max_length=160, required=False)
    sector = forms.ChoiceField(label="Speaks for", choices=[("", "Choose"), *SECTORS.items()], required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("name") and not cleaned.get("sector"):
            self.add_error("sector", f"Choose whom {cleaned['name']} speaks for")
        if cleaned.get("sector") and not cleaned.get("name"):
            self.add_error("name", "Enter the name")
        return cleaned


OthersPresent = forms.formset_factory(OtherPresentForm, extra=OTHERS_PRESENT, max_num=OTHERS_PRESENT)


def others(formset: Any) -> Iterator[Attendance]:
    """Who else was in the room."""
    for form in formset:
        if form.cleaned_data.get("name"):
            yield Attendance(name=form.cleaned_data["name"], sector=form.cleaned_data["sector"])


class DecideForm(forms.Form):
    """The chair's decision and its reasons."""

    on = forms.IntegerField(widget=forms.HiddenInput, required=False)
    decision = forms.ChoiceField(
        label="What do you decide?", widget=Radios, error_messages={"required": "Choose what you decide"}
    )
    reasons = reasons("What are your reasons?", "Give the reasons for your decision")
    reasons_for_differing = forms.CharField(
        label="If you decide otherwise than the panel recommends: why?",
        help_text="You are not bound by the panel. Your reasons are kept beside its own.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, referral: Referral, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.referral = referral
        self.recommended = referral.recommendation()
        self.fields["on"].initial = self.recommended.pk if self.recommended else None
        _offer_decisions(self.fields["decision"], referral, self.recommended.decision if self.recommended else "")

    @property
    def choice(self) -> Decision:
        """The decision that was chosen, as the pack states it."""
        return self.referral.pack.decision(self.cleaned_data["decision"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        differs = self.recommended and cleaned.get("decision") not in {None, self.recommended.decision}
        if differs and not cleaned.get("reasons_for_differing"):
            self.add_error("reasons_for_differing", "Say why you decide otherwise than the panel recommends")
        return cleaned


class AsksForm(forms.Form):
    """What one decision asks to be written down with it: who leads, what about, by when."""

    def __init__(self, *args: Any, asks: tuple[Ask, ...], referral: Referral, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for ask in asks:
            self.fields[ask.code] = _field_of(ask, referral)


def members_of(referral: Referral) -> Any:
    """The appointments to the panel of the referral's case that stand today."""
    holder = Holder("panel_member", referral.case_id)  # type: ignore[arg-type]
    return Role.objects.current().of(holder).select_related("person__agency", "agency").order_by("person__name")


def sector_of(thing: Role | Person) -> str:
    """The sector that a member speaks for."""
    return thing.agency.sector if thing.agency else NOBODYS_SECTOR


def _candidates(referral: Referral, by: Person) -> Any:
    """Whom the manager could put on the panel: nobody who is on it, nor who decides, audits, or runs the system."""
    already = [role.person_id for role in members_of(referral)]
    apart = [Holder(role, referral.board_id) for role in APART_FROM_THE_PANEL]
    elsewhere = Role.objects.current().of(*apart).values_list("person_id", flat=True)
    people = appointments.candidates(referral.board).exclude(pk__in=[by.pk, *already, *elsewhere])
    return people.select_related("agency").order_by("agency__sector", "agency__name", "name")


def _agency_and_sector(thing: Role | Person) -> str:
    if thing.agency is None:
        return "No agency"
    return f"{thing.agency.name} ({thing.agency.get_sector_display()})"


def _offer_decisions(field: Any, referral: Referral, recommended: str = "") -> None:
    """Every decision of the pack, with what it means, when the guidance expects it, and which one the panel recommends."""
    expected = {"met": "Expected where the criteria are met.", "not_met": "Expected where the criteria are not met."}
    field.choices = [(each.code, each.label) for each in referral.pack.decisions]
    field.widget.hints = {
        each.code: " ".join(
            filter(
                None,
                ["Recommended by the panel." if each.code == recommended else "", each.description, expected.get(each.criteria)],
            )
        )
        for each in referral.pack.decisions
    }


def _field_of(ask: Ask, referral: Referral) -> forms.Field:
    facts: dict[str, Any] = {"label": ask.label, "help_text": ask.hint, "required": ask.required}
    missing = {"required": "Answer this question"}
    if ask.kind == "date":
        return DayField(future=True, error_messages={"required": "Enter the date"}, **facts)
    if ask.kind == "agency":
        agencies = Agency.objects.filter(listing__board=referral.board_id)
        return forms.ModelChoiceField(queryset=agencies, error_messages={"required": "Choose an agency"}, **facts)
    if ask.kind == "long_text":
        return forms.CharField(widget=forms.Textarea(attrs={"rows": 4}), error_messages=missing, **facts)
    return forms.CharField(max_length=160, error_messages=missing, **facts)
