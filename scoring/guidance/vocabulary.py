"""The closed lists of words a pack is written in; a word outside them is refused when the pack is read."""

from __future__ import annotations

from typing import Final

FAMILIES: Final = (
    "working together",
    "information sharing",
    "children acts",
    "gmc",
    "kcsie",
    "caldicott",
    "caf",
    "index",
    "fostering",
    "training",
    "letter 2015",
    "worried about a child",
    "national panel",
    "other statute",
    "data protection",
    "gmc confidentiality",
    "under-16s' consent",
    "case law",
    "ico",
    "national records",
    "multi-agency hubs",
    "local practice",
)
"""The families of guidance, as the `guidance:` of a case names them."""

DOMAINS: Final = (
    "recognition",
    "referral",
    "threshold",
    "consent",
    "information sharing",
    "recording",
    "timeliness",
    "child's voice",
    "collaboration",
    "challenge",
    "child death",
    "review",
    "allegations",
    "emergency protection",
    "training",
    "governance",
)

FORCES: Final = (
    "statute",
    "case law",
    "statutory guidance",
    "professional",
    "advice",
    "letter",
    "local",
)
"""From what binds most to what binds least."""

FORCE_WORDS: Final = {
    "statute": "must",
    "case law": "must",
    "statutory guidance": "should",
    "professional": "should",
    "advice": "advice",
    "letter": "advice",
    "local": "local",
}

CLOCK_UNITS: Final = ("hours", "calendar_days", "working_days", "weeks", "months", "years")
QUALITATIVE_UNITS: Final = (
    "same_day",
    "same_shift",
    "next_school_day",
    "immediately",
    "promptly",
    "as_soon_as_possible",
    "as_soon_as_practicable",
    "local",
)
UNITS: Final = (*CLOCK_UNITS, *QUALITATIVE_UNITS, "agencies")

KINDS: Final = ("max", "min", "target", "interval", "trigger", "local", "definition", "amount")
"""max, target, local: due by then; min: at least that long before; interval: at most that far apart;
trigger: what starts something; definition and amount: no clock at all."""

CONFIDENCES: Final = ("verified", "memory")
EVIDENCE: Final = ("primary", "official", "secondary", "none")

ROLES: Final = (
    "acpc",
    "adult_mental_health",
    "all",
    "cdop",
    "child_death_review_partners",
    "conference_chair",
    "core_group",
    "coroner",
    "designated_agencies",
    "designated_professional",
    "dsl",
    "early_years",
    "education_welfare_officer",
    "employer",
    "environmental_health",
    "governors",
    "gp",
    "gp_receptionist",
    "headteacher",
    "health_bodies",
    "health_visitor",
    "housing_officer",
    "intermediary",
    "lado",
    "librarian",
    "local_authority",
    "lscb",
    "manager",
    "midwife",
    "nspcc",
    "paediatrician",
    "parent",
    "police",
    "practice_nurse",
    "private_foster_carer",
    "probation",
    "safeguarding_partners",
    "school_nurse",
    "senior_manager",
    "social_work_manager",
    "social_worker",
    "teacher",
    "voluntary_sector",
    "yot_worker",
)
"""Whom rules bind, as the packs call them; a case says `binds as:` where its own name for a role differs."""
