#pragma once
// Where a package turns answers into points, these say which answer gave how many and by which
// rule. Nothing here knows a package: an answer's own rules are those that hold with it and not
// with another answer to the same question, as the engine itself reports.

#include <string_view>
#include <vector>

#include "assessment/assess.h"

namespace assessment {

// The decision that every package with points calls its total.
inline constexpr std::string_view total_points = "points";

// Gives, for each choice answered, the points its own rules gave; in questionnaire order. Only
// decisions named for points ("home_points") that add up the rules that hold are read, since in
// others no answer stands alone; a share or a factor is no points.
std::vector<AnswerPoints> points_by_answer(const policy::Package& package,
                                           const policy::Facts& facts, Date on);

// What an answer would give, asked or not.
struct OfferedPoints {
    std::string question;
    std::string answer;  // the code of the option
    Decimal points;
    std::string reason;
};

// Gives the points of every answer that can be chosen on a day: the table in force, as the engine
// works it out, for the page that tells everybody how it is done. Questions whose answers all give
// none are left out.
std::vector<OfferedPoints> points_table(const policy::Package& package, Date on);

// Adds points up by the questionnaire's domains, in display order; domains without points are left
// out.
std::vector<DomainPoints> points_by_domain(const policy::Package& package,
                                           const std::vector<AnswerPoints>& answers);

}  // namespace assessment
