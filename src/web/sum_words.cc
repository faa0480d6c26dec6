#include "web/sum_words.h"

namespace web {

namespace {

using State = assessment::StreamSum::State;

std::string money_words(const assessment::StreamSum& sum) {
    const Money amount = sum.weekly ? *sum.weekly : sum.one_off.value_or(Money());
    if (amount.is_zero() && !sum.decided_by_council()) {
        return "No estimate yet";
    }
    return amount.for_people() + (sum.weekly ? " a week" : " once");
}

}  // namespace

std::string words_of(const assessment::StreamSum& sum) {
    switch (sum.state) {
        case State::worked_out:
            return money_words(sum);
        case State::not_eligible:
            return "No money from here";
        case State::no_formula:
            return "There is no estimate";
        case State::waiting:
            return "We need more answers";
        case State::failed:
            return "We could not work this out";
    }
    return "";
}

std::string decider_mark(const policy::Stream& stream) {
    if (stream.who_decides == policy::WhoDecides::council) {
        return "The council decides";
    }
    if (stream.decider.empty() || stream.decider.starts_with("not modelled")) {
        return "Not decided: nobody was named who decides";
    }
    return "Not decided: " + stream.decider + " must decide";
}

std::string words_of_fact(const assessment::StreamDecision& fact) {
    switch (fact.stage) {
        case assessment::Stage::indicative:
            return "Worked out on " + fact.on.for_people() + ". Nobody has decided it.";
        case assessment::Stage::proposed:
            return "Proposed on " + fact.on.for_people() + " by " + fact.decided_by + ".";
        case assessment::Stage::agreed:
            return (fact.eligible ? "Agreed on " : "Refused on ") + fact.on.for_people() + " by " +
                   fact.decided_by + ".";
    }
    return "";
}

std::string difference_words(const Decimal& change) {
    const Result<Money> sum = Money::from_decimal(change.absolute());
    const std::string amount = sum ? sum->for_people() : "£" + change.absolute().to_text();
    return amount + (change.is_negative() ? " less" : " more");
}

std::string points_words(const Decimal& points) {
    const std::string number = points.normalised().to_text();
    return number + (number == "1" ? " point" : " points");
}

}  // namespace web
