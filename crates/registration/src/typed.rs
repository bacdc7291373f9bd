//! The public form and the office's forms as typed.

use base::{Blame, GatheringId};
use shell::{Form, LINE, TEXT};
use uuid::Uuid;

use crate::actions::{ContingentInput, DeskInput, FieldInput, Places, SignUp};
use crate::rules::{
    Desk, FieldKind, FormField, Offered, Passing, Quota, Readers, Texts, Who, attached, checked,
};
use crate::slots;

/// Reads the public form; nothing where something is wrong, which the form then says.
pub(crate) fn sign_up(
    form: &mut Form,
    (desk, questions): (&Desk, &[FormField]),
    for_somebody: bool,
) -> Option<SignUp> {
    let gathering = form.id::<GatheringId>("gathering");
    if gathering.is_none() && !form.blames().iter().any(|it| it.field == "gathering") {
        form.blame(Blame::at("gathering", "registration-fault-which"));
    }
    let name = form.required("name", LINE);
    if !for_somebody {
        form.required("mail", 254);
    }
    let mail = form.mail("mail");
    let phone = form.line("phone", 60);
    let organisation = form.line("organisation", LINE);
    let mut slots = wishes(form, "", 0);
    let mut companions = Vec::new();
    for number in 1..=desk.companions {
        let name = form.line(&format!("companion{number}"), LINE);
        let wanted = wishes(form, &slots::companion(number), companions.len() + 1);
        if !name.is_empty() {
            companions.push(name);
            slots.extend(wanted);
        } else if !wanted.is_empty() {
            let field = format!("companion{number}");
            form.blame(Blame::at(field, "slots-fault-nobody"));
        }
    }
    let answers = checked(form, questions);
    let files = attached(form, questions, &answers);
    let list_consent = form.has("list_consent") && form.value("list_consent") != "false";
    let asks_contact = form.value("ask") == "contact";
    let gathering = gathering.filter(|_| !form.is_blamed())?;
    Some(SignUp {
        gathering: gathering.into(),
        name,
        mail,
        phone,
        organisation,
        companions,
        answers: answers.into_iter().map(|it| (it.field, it.value)).collect(),
        files,
        list_consent,
        asks_contact,
        needs: None,
        slots,
    })
}

/// The workshops that are chosen for somebody: whose, block and workshop.
fn wishes(form: &mut Form, before: &str, position: usize) -> Vec<(usize, Uuid, Uuid)> {
    let all = slots::typed(form, before).into_iter();
    all.filter_map(|(block, slot)| Some((position, block, slot?)))
        .collect()
}

fn texts(form: &mut Form, name: &str, max: usize) -> Texts {
    Texts {
        de: form.text(&format!("{name}_de"), max),
        en: form.text(&format!("{name}_en"), max),
    }
}

fn is_ticked(form: &Form, name: &str) -> bool {
    form.has(name) && form.value(name) != "false"
}

fn needed(form: &mut Form, name: &str, (least, most): (i64, i64)) -> i64 {
    let number = form.number(name, least, most);
    let is_blamed = form.blames().iter().any(|it| it.field == name);
    if number.is_none() && !is_blamed {
        form.blame(Blame::at(name, "fault-missing"));
    }
    number.unwrap_or(least)
}

/// Reads the desk's rules; nothing where something is wrong, which the form then says.
pub(crate) fn desk(form: &mut Form, before: &Desk, dates: &[Offered]) -> Option<DeskInput> {
    let desk = Desk {
        opens: form.date("opens"),
        closes_days: needed(form, "closes_days", (0, 365)),
        change_days: needed(form, "change_days", (0, 365)),
        who: form.choice("who", Who::from_word).unwrap_or(Who::Open),
        approval: is_ticked(form, "approval"),
        hold_minutes: needed(form, "hold_minutes", (10, 7 * 24 * 60)),
        companions: needed(form, "companions", (0, 20)),
        passing: form
            .choice("passing", Passing::from_word)
            .unwrap_or(Passing::Offer),
        offer_hours: needed(form, "offer_hours", (1, 24 * 30)),
        fee: texts(form, "fee", 500),
        intro: texts(form, "intro", TEXT),
        thanks: texts(form, "thanks", TEXT),
        asks_phone: is_ticked(form, "asks_phone"),
        asks_list_consent: is_ticked(form, "asks_list_consent"),
        offers_organisations: is_ticked(form, "offers_organisations"),
        asks_needs: is_ticked(form, "asks_needs"),
        needs_days: if form.has("needs_days") {
            needed(form, "needs_days", (0, 365))
        } else {
            before.needs_days
        },
        ..before.clone()
    };
    let mut places = Places::default();
    for (number, date) in (1..).zip(dates) {
        let field = format!("places{number}");
        places
            .dates
            .push((date.id, form.number(&field, 0, 1_000_000)));
    }
    if dates.len() > 1 {
        places.shared = form.number("shared", 0, 1_000_000);
    }
    (!form.is_blamed()).then_some(DeskInput { desk, places })
}

/// The desk's rules as their form shows them.
pub(crate) fn of_desk(desk: &Desk, dates: &[Offered], quotas: &[Quota]) -> Form {
    let tick = |is: bool| if is { "true" } else { "false" }.to_owned();
    let mut form = Form::of([
        (
            "opens",
            desk.opens.map(|it| it.to_string()).unwrap_or_default(),
        ),
        ("closes_days", desk.closes_days.to_string()),
        ("change_days", desk.change_days.to_string()),
        ("who", desk.who.word().to_owned()),
        ("approval", tick(desk.approval)),
        ("hold_minutes", desk.hold_minutes.to_string()),
        ("companions", desk.companions.to_string()),
        ("passing", desk.passing.word().to_owned()),
        ("offer_hours", desk.offer_hours.to_string()),
        ("fee_de", desk.fee.de.clone()),
        ("fee_en", desk.fee.en.clone()),
        ("intro_de", desk.intro.de.clone()),
        ("intro_en", desk.intro.en.clone()),
        ("thanks_de", desk.thanks.de.clone()),
        ("thanks_en", desk.thanks.en.clone()),
        ("asks_phone", tick(desk.asks_phone)),
        ("asks_list_consent", tick(desk.asks_list_consent)),
        ("offers_organisations", tick(desk.offers_organisations)),
        ("asks_needs", tick(desk.asks_needs)),
        ("needs_days", desk.needs_days.to_string()),
    ]);
    for (number, date) in (1..).zip(dates) {
        let mut quotas = quotas.iter().filter(|it| !it.shared);
        let quota = quotas.find(|it| it.covers.contains(&date.id));
        let capacity = quota.and_then(|it| it.capacity);
        form.put(
            &format!("places{number}"),
            capacity.map(|it| it.to_string()).unwrap_or_default(),
        );
    }
    let shared = quotas.iter().find(|it| it.shared);
    let shared = shared.and_then(|it| it.capacity);
    form.put(
        "shared",
        shared.map(|it| it.to_string()).unwrap_or_default(),
    );
    form
}

/// Reads a question; nothing where something is wrong, which the form then says.
pub(crate) fn question(form: &mut Form) -> Option<FieldInput> {
    let kind = form.choice("kind", FieldKind::from_word);
    form.required("label_de", 500);
    let label = texts(form, "label", 500);
    let help = texts(form, "help", 500);
    let choices = FormField::choices_of(&form.text("choices", 4000));
    let on = form.id("shown_if");
    let value = form.line("shown_value", LINE);
    let readers = form.choice("readers", Readers::from_word);
    let kept_days = form.number("kept_days", 1, 3650);
    let (kind, readers) = (kind?, readers?);
    (!form.is_blamed()).then(|| FieldInput {
        kind,
        label,
        help,
        required: is_ticked(form, "required"),
        choices,
        shown_if: on.map(|on| (on, value)),
        readers,
        kept_days,
    })
}

/// A question as its form shows it; an empty form where there is none yet.
pub(crate) fn of_question(it: Option<&FormField>) -> Form {
    let Some(it) = it else {
        return Form::of([
            ("kind", FieldKind::Text.word().to_owned()),
            ("readers", Readers::Office.word().to_owned()),
        ]);
    };
    let (on, value) = match &it.shown_if {
        Some((on, value)) => (on.to_string(), value.clone()),
        None => (String::new(), String::new()),
    };
    Form::of([
        ("kind", it.kind.word().to_owned()),
        ("label_de", it.label.de.clone()),
        ("label_en", it.label.en.clone()),
        ("help_de", it.help.de.clone()),
        ("help_en", it.help.en.clone()),
        (
            "required",
            if it.required { "true" } else { "false" }.to_owned(),
        ),
        ("choices", it.choices_typed()),
        ("shown_if", on),
        ("shown_value", value),
        ("readers", it.readers.word().to_owned()),
        (
            "kept_days",
            it.kept_days.map(|it| it.to_string()).unwrap_or_default(),
        ),
    ])
}

/// Reads a contingent; the organisation is found by its name later.
pub(crate) fn contingent(form: &mut Form) -> Option<(ContingentInput, String)> {
    let gathering = form.id::<GatheringId>("gathering");
    let organisation = form.line("organisation", LINE);
    let group = form.id("group");
    if organisation.is_empty() && form.value("group").is_empty() {
        form.blame(Blame::at("organisation", "registration-fault-for-whom"));
    }
    let places = needed(form, "places", (1, 100_000));
    form.required("until", 40);
    let until = form.date("until");
    let (gathering, until) = (gathering?, until?);
    (!form.is_blamed()).then_some((
        ContingentInput {
            gathering,
            organisation: None,
            group,
            places,
            until,
        },
        organisation,
    ))
}
