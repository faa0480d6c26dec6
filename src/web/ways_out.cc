#include "web/ways_out.h"

#include "web/navigation.h"
#include "web/speaking.h"

namespace web {

namespace {

void write_way(govuk::Html& out, const Visit& visit, std::string_view about,
               const std::string& name, std::string_view ask, std::string_view words) {
    out << "<li><a class=\"govuk-link\" href=\"" << person_path(visit, "/questions/new?about=")
        << about << "&amp;ask=" << ask << "\">" << words
        << "<span class=\"govuk-visually-hidden\"> about " << name << "</span></a></li>";
}

}  // namespace

bool may_ask(const Visit& visit) {
    return can_open(visit, person_path(visit, "/questions/new"));
}

govuk::Html ways_out(const Visit& visit, std::string_view about, const std::string& name) {
    govuk::Html out;
    if (!may_ask(visit)) {
        return out;
    }
    out << "<ul class=\"govuk-list op-ways-out\">";
    write_way(out, visit, about, name, "not_sure", "I am not sure");
    write_way(out, visit, about, name, "help", "Ask someone to help me");
    write_way(out, visit, about, name, "disagree", "I disagree");
    out << "</ul>";
    return out;
}

govuk::Html ways_out_part(const Visit& visit, std::string_view about, const std::string& name) {
    govuk::Html out;
    const govuk::Html ways = ways_out(visit, about, name);
    if (!ways.empty()) {
        out << "<h2 class=\"govuk-heading-m\">If something is not right</h2><p "
               "class=\"govuk-body\">A named worker answers you by a day you can see.</p>"
            << ways;
    }
    return out;
}

govuk::Html ways_out_of_sum(const Visit& visit, const StreamId& stream, const std::string& name) {
    return ways_out(visit, "sum:" + stream, name);
}

}  // namespace web
