#include "assessment/record.h"

#include <array>

namespace assessment {

namespace {

constexpr std::array<std::string_view, 4> status_texts = {"started", "sent", "checked", "decided"};
constexpr std::array<std::string_view, 4> status_words = {"Being answered", "Sent to the council",
                                                          "Checked with you", "Decided"};

Date last_step(const Record& record) {
    if (record.checked_on) {
        return *record.checked_on;
    }
    return record.sent_on ? *record.sent_on : record.started_on;
}

}  // namespace

std::string_view to_text(Status status) {
    return status_texts[static_cast<std::size_t>(status)];
}

std::optional<Status> status_from_text(std::string_view text) {
    for (std::size_t i = 0; i < status_texts.size(); ++i) {
        if (status_texts[i] == text) {
            return static_cast<Status>(i);
        }
    }
    return std::nullopt;
}

std::string_view words(Status status) {
    return status_words[static_cast<std::size_t>(status)];
}

bool may_follow(Status from, Status to) {
    switch (from) {
        case Status::started:
            return to == Status::sent;
        case Status::sent:
            return to == Status::checked;
        case Status::checked:
            return to == Status::decided;
        case Status::decided:
            return false;
    }
    return false;
}

Date Record::figures_on(Date today) const {
    if (checked_on) {
        return *checked_on;
    }
    return sent_on ? *sent_on : today;
}

Result<Record> advance(Record record, Status to, Date on) {
    if (!may_follow(record.status, to)) {
        return Error{
            "assessment.not_in_order",
            "This cannot be done now. The assessment is: " + std::string(words(record.status)) +
                ". Open the assessment to see what comes next."};
    }
    if (on < last_step(record)) {
        return Error{"assessment.before_last_step", "The day is too early. The last step was on " +
                                                        last_step(record).for_people() +
                                                        ". Use that day or a later one."};
    }
    switch (to) {
        case Status::started:
            break;
        case Status::sent:
            record.sent_on = on;
            break;
        case Status::checked:
            record.checked_on = on;
            break;
        case Status::decided:
            record.decided_on = on;
            break;
    }
    record.status = to;
    return record;
}

}  // namespace assessment
