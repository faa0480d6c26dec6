#include "web/help_for.h"

#include <utility>

namespace web {

namespace {

// The beginning of a pattern, or all of it where it ends in "$".
constexpr std::pair<std::string_view, std::string_view> parts[] = {
    {"/people/{person}/assessment", "assessment"},
    {"/people/{person}/keyed-assessment", "assessment"},
    {"/people/{person}/bank", "bank-details"},
    {"/people/{person}/budget", "budget"},
    {"/people/{person}/changes", "worker"},
    {"/people/{person}/checking", "worker"},
    {"/people/{person}/close", "worker"},
    {"/people/{person}/open-again", "worker"},
    {"/people/{person}/code", "signing-in"},
    {"/people/{person}/contribution", "contribution"},
    {"/people/{person}/council-details", "your-record"},
    {"/people/{person}/decisions", "decisions"},
    {"/people/{person}/details", "your-record"},
    {"/people/{person}/helpers", "helpers"},
    {"/people/{person}/holders", "holding"},
    {"/people/{person}/next", "budget"},
    {"/people/{person}/orders", "orders"},
    {"/people/{person}/plan", "plan"},
    {"/people/{person}/questions", "questions"},
    {"/people/{person}/record", "worker"},
    {"/people/{person}/review", "worker"},
    {"/people/{person}/spending", "spending"},
    {"/people/{person}/statement", "statement"},
    {"/people/{person}/support", "support"},
    {"/people/{person}/who", "your-record"},
    {"/people/{person}/why", "why"},
    {"/people/{person}$", "budget"},
    {"/how-allocation-works", "why"},
    {"/rules", "rules"},
    {"/check-a-sum", "why"},
    {"/pilots", "pilots"},
    {"/providers/", "provider"},
    {"/stream", "stream-owner"},
    {"/finance", "finance"},
    {"/waits", "take-up"},
    {"/work", "work"},
    {"/records", "worker"},
    {"/contacts", "work"},
    {"/accounts", "accounts"},
    {"/account", "signing-in"},
    {"/sign", "signing-in"},
    {"/begin", "signing-in"},
    {"/recover", "signing-in"},
    {"/demo", "signing-in"},
    {"/home", "budget"},
    {"/helping", "helping"},
    {"/holding", "holding"},
    {"/ask", "asking"},
    {"/accessibility", "reading"},
    {"/help", "reading"},
    {"/$", "budget"},
};

bool fits(std::string_view pattern, std::string_view part) {
    return part.ends_with('$') ? pattern == part.substr(0, part.size() - 1)
                               : pattern.starts_with(part);
}

}  // namespace

std::string_view help_for(std::string_view pattern) {
    for (const auto& [beginning, part] : parts) {
        if (fits(pattern, beginning)) {
            return part;
        }
    }
    return {};
}

}  // namespace web
