"""What a referrer is asked, page by page. Nothing need be answered to save; what the board asks for is asked on going on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from django import forms

from agencies.models import Agency
from casework.fields import Checkboxes, DayField, DayWidget, Radios
from referrals.models import (
    ANSWERS,
    AgenciesKnown,
    Child,
    Consultation,
    Contact,
    CriterionAnswer,
    HelpfulAnswers,
    Incident,
    Proceedings,
    Referral,
    Relative,
    Safety,
)

SHORTEST_NAME = 3  # letters; "Al" and "Jo" stand in too many other words

LONG = {"rows": 6}


class PageForm(forms.ModelForm):  # type: ignore[type-arg]
    """One page. ``must`` names what the referrer is held to before going on; saved for later, a page may have gaps."""

    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    must: ClassVar[dict[str, str]] = {}

    def __init__(self, *args: Any, referral: Referral, whole: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.referral = referral
        self.whole = whole
        self.fields["version"].initial = self.instance.version
        for field in self.fields.values():
            field.required = False
            field.label = str(field.label or "").format(t=referral.pack.terms)
            field.help_text = str(field.help_text or "").format(t=referral.pack.terms)

    @property
    def many(self) -> dict[str, Iterable[Any]]:
        """What is kept in rows beside the page: the agencies that were ticked."""
        return {}

    def clean_version(self) -> int:
        return self.cleaned_data["version"] or 0

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.whole:
            for name, sentence in self.demanded(cleaned):
                if name in self.fields and name not in self.errors and not cleaned.get(name):
                    self.add_error(name, sentence.format(t=self.referral.pack.terms))
        return cleaned

    def demanded(self, cleaned: dict[str, Any]) -> Iterator[tuple[str, str]]:
        """What must be answered, as the other answers stand."""
        yield from self.must.items()


def answered(label: str, help_text: str = "", choices: Any = ANSWERS) -> forms.ChoiceField:
    """Yes, no or not known."""
    return forms.ChoiceField(label=label, help_text=help_text, choices=choices, widget=Radios(inline=True))


def words(label: str, help_text: str = "", shown_when: str = "") -> forms.CharField:
    """A long answer."""
    attrs = LONG | ({"shown_when": shown_when} if shown_when else {})
    return forms.CharField(label=label, help_text=help_text, widget=forms.Textarea(attrs=attrs))


def line(label: str, help_text: str = "", length: int = 160) -> forms.CharField:
    """A short answer."""
    return forms.CharField(label=label, help_text=help_text, max_length=length)


class ContactForm(PageForm):
    name = line("Your name", length=120)
    post = line("Your role")
    agency_name = line("Your agency")
    telephone = forms.CharField(
        label="Telephone", max_length=40, widget=forms.TextInput(attrs={"class": "govuk-input--width-20", "inputmode": "tel"})
    )
    email = forms.EmailField(label="E-mail")
    may_present = answered(
        "Could you present the case to the panel?", "The panel may ask you to say in person what this is about.", ANSWERS[:2]
    )

    must: ClassVar = {"name": "Enter your name", "post": "Enter your role"}

    class Meta:
        model = Contact
        fields: ClassVar = ["name", "post", "agency_name", "telephone", "email", "may_present"]


class ConsultationForm(PageForm):
    professional = line("Whom did you consult?", "Their name and role.")
    agency_name = line("Their agency")
    consulted_on = DayField(label="When did you talk to them?", help_text="For example, 27 3 2026", past=True)
    view = words("What did they think?", "Whether the case should be referred, and why. A different view is worth as much.")

    must: ClassVar = {
        "professional": "Enter whom you consulted",
        "agency_name": "Enter their agency",
        "consulted_on": "Enter when you talked to them",
        "view": "Enter what they thought",
    }

    class Meta:
        model = Consultation
        fields: ClassVar = ["professional", "agency_name", "consulted_on", "view"]


class IncidentForm(PageForm):
    happened_on = DayField(
        label="When did it happen?", help_text="If it went on for some time, when it came to light.", past=True
    )
    is_approximate = forms.BooleanField(label="This is the nearest date that is known")
    place = line("Where did it happen?", "The kind of place, for example at home. No address.", 200)
    carer = line("Who was looking after the {t.subject}?", "For example, the mother. No name.", 200)
    what_happened = words(
        "What happened?",
        "What is known, how it is known, and what is not known yet. Write of “the {t.subject}” and “the mother”: names "
        "belong on the pages about the family, where they are kept apart.",
    )

    must: ClassVar = {"happened_on": "Enter the date, or the nearest to it that is known", "what_happened": "Say what happened"}

    class Meta:
        model = Incident
        fields: ClassVar = ["happened_on", "is_approximate", "place", "carer", "what_happened"]


class SafetyForm(PageForm):
    at_risk = answered("Are other {t.subject.many} at risk now?", "Brothers, sisters, and others in touch with the same people.")
    done = words("What has been done about it?", "What, by whom and when, and to whom the concern was passed.")

    must: ClassVar = {"at_risk": "Say whether others are at risk"}

    class Meta:
        model = Safety
        fields: ClassVar = ["at_risk", "done"]

    def demanded(self, cleaned: dict[str, Any]) -> Iterator[tuple[str, str]]:
        yield from super().demanded(cleaned)
        if cleaned.get("at_risk") in {"yes", "unknown"}:
            yield "done", "Say what has been done to find out and to protect them"


class AgenciesForm(PageForm):
    agencies = forms.ModelMultipleChoiceField(
        label="Which of these had to do with the family?", queryset=Agency.objects.none(), widget=Checkboxes
    )
    others = words("Anybody else?", "A practice, a charity, a nursery, an agency elsewhere. One on each line.")

    class Meta:
        model = AgenciesKnown
        fields: ClassVar = ["agencies", "others"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agencies"].queryset = self.referral.board.agencies.all()  # type: ignore[attr-defined]

    @property
    def many(self) -> dict[str, Iterable[Any]]:
        return {"agencies": self.cleaned_data["agencies"]}


class ProceedingsForm(PageForm):
    under_way = answered("Are there other proceedings about this?")
    details = words(
        "Which, and who leads them?",
        shown_when="under_way=yes",
        help_text="A criminal investigation, care proceedings, an inquest, an agency’s own inquiry, another review.",
    )

    must: ClassVar = {"under_way": "Say whether there are other proceedings"}

    class Meta:
        model = Proceedings
        fields: ClassVar = ["under_way", "details"]

    def demanded(self, cleaned: dict[str, Any]) -> Iterator[tuple[str, str]]:
        yield from super().demanded(cleaned)
        if cleaned.get("under_way") == "yes":
            yield "details", "Say which proceedings"


class CriterionForm(PageForm):
    answer = answered("Is this so?")
    reason = words("What makes you say so?", "Also where it is no or not known: the board must see that it was considered.")

    must: ClassVar = {"answer": "Answer yes, no or not known", "reason": "Give the reason for your answer"}

    class Meta:
        model = CriterionAnswer
        fields: ClassVar = ["answer", "reason"]


class HelpfulForm(PageForm):
    """The questions of the pack that help to decide; all of them may be left open."""

    class Meta:
        model = HelpfulAnswers
        fields: ClassVar[list[str]] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for item in self.referral.pack.helpful_questions:
            self.fields[item.code] = answered(item.label, item.hint)
            self.fields[item.code].required = False
            self.fields[item.code].initial = self.instance.answers.get(item.code)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        codes = [item.code for item in self.referral.pack.helpful_questions]
        self.instance.answers = {code: cleaned[code] for code in codes if cleaned.get(code)}
        return cleaned


class FamilyForm(PageForm):
    """Somebody of the family. Who is on the case's file already has no name here any more."""

    kept_apart: ClassVar = ("name", "date_of_birth", "date_of_death", "known_as")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.subject_id:
            for name in self.kept_apart:
                self.fields.pop(name, None)


class ChildForm(FamilyForm):
    name = line("Name", "“Not known” if it is not. It is kept apart from the case file as soon as the referral is sent.")
    date_of_birth = DayField(label="Date of birth", past=True)
    gender = forms.ChoiceField(label="Gender", choices=Child._meta.get_field("gender").choices, widget=Radios(inline=True))
    ethnicity = line("Ethnic background", "As the family describes it.", 80)
    has_died = answered("Has the {t.subject} died?", choices=ANSWERS[:2])
    date_of_death = DayField(label="Date of death", past=True, widget=DayWidget({"shown_when": "has_died=yes"}))
    known_to_social_care = answered(
        "Did children’s social care know the {t.subject}?", "It makes no difference to whether a case is reviewed."
    )
    protection_plan = line("Child protection plan, now or before", "When, under which category, and for how long.", 200)
    legal_status = line("Legal status", "For example, care order, accommodated, none.", 120)
    education = line("School, nursery or other setting")

    must: ClassVar = {"name": "Enter the name, or “not known”", "has_died": "Say whether the {t.subject} has died"}

    class Meta:
        model = Child
        fields: ClassVar = [
            "name",
            "date_of_birth",
            "gender",
            "ethnicity",
            "has_died",
            "date_of_death",
            "known_to_social_care",
            "protection_plan",
            "legal_status",
            "education",
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        born, died = cleaned.get("date_of_birth"), cleaned.get("date_of_death")
        if born and died and died < born:
            self.add_error("date_of_death", "The date of death is before the date of birth")
        if died and cleaned.get("has_died") == "no":
            self.add_error("has_died", "There is a date of death below: is this right?")
        return cleaned


class RelativeForm(FamilyForm):
    name = line("Name", "“Not known” if it is not. It is kept apart from the case file as soon as the referral is sent.")
    relation = line("Relation to the {t.subject}", "For example, half-sister, mother’s partner. No name.", 80)
    is_child = answered("Are they under 18?")
    date_of_birth = DayField(label="Date of birth", past=True)
    gender = forms.ChoiceField(label="Gender", choices=Relative._meta.get_field("gender").choices, widget=Radios(inline=True))
    ethnicity = line("Ethnic background", "As the family describes it.", 80)
    in_household = answered("Did they live with the {t.subject}?")
    known_as = line(
        "What shall the file call them?", "For example, Mother. Never their name. Left empty, the file finds a word.", 40
    )

    must: ClassVar = {"name": "Enter the name, or “not known”", "relation": "Enter how they are related"}

    class Meta:
        model = Relative
        fields: ClassVar = [
            "name",
            "relation",
            "is_child",
            "date_of_birth",
            "gender",
            "ethnicity",
            "in_household",
            "known_as",
        ]

    def clean_known_as(self) -> str:
        """Whatever stands here is read by everybody who sees the case, so it can be nobody's name."""
        word = str(self.cleaned_data["known_as"])
        if names_within(word, [self.cleaned_data.get("name") or ""]):
            raise forms.ValidationError("The file must not call them by their name")
        others = self.referral.relatives.exclude(pk=self.instance.pk)
        if word and others.filter(known_as__iexact=word).exists():
            raise forms.ValidationError("Somebody else of the family is called that in the file")
        return word


def names_within(text: str, names: Iterable[str]) -> list[str]:
    """The parts of people's names that stand in a text as words of their own."""
    parts = {part for name in names for part in re.findall(r"[^\W\d_]+", name) if len(part) >= SHORTEST_NAME}
    spoken = {word.casefold() for word in re.findall(r"[^\W\d_]+", text)}
    return sorted(part for part in parts if part.casefold() in spoken)
