#include "web/ways_out.h"

#include "web/speaking.h"

namespace web {

namespace {

void write_way(govuk::Html& out, const Visit& visit, const StreamId& stream,
               const std::string& name, std::string_view ask, std::string_view words) {
    out << "<li><a class=\"govuk-link\" href=\"" << person_path(visit, "/questions/new?about=sum:")
        << stream << "&amp;ask=" << ask << "\">" << words
        << "<span class=\"govuk-visually-hidden\"> about " << name << "</span></a></li>";
}

}  // namespace

govuk::Html ways_out_of_sum(const Visit& visit, const StreamId& stream, const std::string& name) {
    govuk::Html out;
    out << "<ul class=\"govuk-list op-ways-out\">";
    write_way(out, visit, stream, name, "not_sure", "I am not sure");
    write_way(out, visit, stream, name, "help", "Ask someone to help me");
    write_way(out, visit, stream, name, "disagree", "I disagree");
    out << "</ul>";
    return out;
}

}  // namespace web
