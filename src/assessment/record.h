#pragma once
// A Record is one assessment of one person: under which policy package it runs and how far it has
// come. It is started, sent by her or for her, checked with her by a worker, and decided; it moves
// forward only, each step on its day. The answers and the decided facts stand beside it. Used by
// every journey of an assessment; at most one of a person's records is under way.

#include <optional>
#include <string_view>

#include "assessment/answers.h"
#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"

namespace assessment {

enum class Status { started, sent, checked, decided };

std::string_view to_text(Status status);
std::optional<Status> status_from_text(std::string_view text);
// Writes it for a page: "Being answered", "Sent to your worker" ...
std::string_view words(Status status);

// Whether an assessment may go from one status to the other: one step forward.
bool may_follow(Status from, Status to);

struct Record {
    AssessmentId id = {};
    PersonId person = {};
    PackageId package = {};
    Status status = Status::started;
    Date started_on = {};
    std::optional<Date> sent_on = {};
    std::optional<Date> checked_on = {};
    std::optional<Date> decided_on = {};
    AccountId started_by = {};
    Channel channel = Channel::page;  // how it was begun

    // Gives the day whose figures count: the day it was checked, else sent, else `today`.
    Date figures_on(Date today) const;

    friend bool operator==(const Record&, const Record&) = default;
};

// Gives the record one step on. Refuses: assessment.not_in_order, assessment.before_last_step.
Result<Record> advance(Record record, Status to, Date on);

}  // namespace assessment
