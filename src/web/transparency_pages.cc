#include "web/transparency_pages.h"

#include "base/json.h"
#include "govuk/summary_list.h"
#include "policy/transparency_record.h"
#include "web/day_of_rules.h"
#include "web/layout.h"
#include "web/site.h"

namespace web {

namespace {

constexpr std::string_view not_said = "Not said yet. The council has to say this.";

Html words_of(const policy::RecordLine& line) {
    if (line.words.empty()) {
        return Html() << not_said;
    }
    if (line.words.size() == 1) {
        return Html() << line.words.front();
    }
    Html items;
    for (const std::string& words : line.words) {
        items << "<li>" << words << "</li>";
    }
    return Html() << "<ul class=\"govuk-list\">" << items << "</ul>";
}

Html section_part(const policy::RecordSection& section) {
    govuk::SummaryList list;
    for (const policy::RecordLine& line : section.lines) {
        list.rows.push_back({.key = {.text = line.question}, .value = {.html = words_of(line)}});
    }
    return Html() << "<h2 class=\"govuk-heading-m\" id=\"" << section.code << "\">"
                  << section.heading << "</h2>" << list;
}

Result<Response> record_page(Visit& visit) {
    TRY(const auto package, rules_asked(visit));
    const std::string path = "/how-allocation-works/" + package->id();
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Transparency record</h1><p class=\"govuk-body-l\">"
         << package->title()
         << "</p><p class=\"govuk-body\">Public bodies publish such a record of every tool that "
            "takes part in decisions about people. This one is made from the rules themselves each "
            "time it is read.</p>";
    for (const policy::RecordSection& section :
         policy::transparency_record(*package, day_of_rules(visit, *package))) {
        main << section_part(section);
    }
    main << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << path
         << "/transparency.json\">The record as data (JSON)</a></p>";
    return show(visit, {.title = "Transparency record: " + package->title(),
                        .main = std::move(main),
                        .back_href = path,
                        .help = "why",
                        .keeping = Keeping::shared});
}

Result<Response> record_json(Visit& visit) {
    TRY(const auto package, rules_asked(visit));
    json::object record;
    for (const policy::RecordSection& section :
         policy::transparency_record(*package, day_of_rules(visit, *package))) {
        json::object lines;
        for (const policy::RecordLine& line : section.lines) {
            json::array words;
            for (const std::string& each : line.words) {
                words.emplace_back(each);
            }
            lines[line.code] = std::move(words);
        }
        record[section.code] = std::move(lines);
    }
    Response response = json_response(base::pretty_json(record));
    response.keeping = Keeping::shared;
    return response;
}

const Route routes[] = {
    {GET, "/how-allocation-works/{package}/transparency", may::anyone, record_page,
     "The transparency record of one set of rules"},
    {GET, "/how-allocation-works/{package}/transparency.json", may::anyone, record_json,
     "The transparency record of one set of rules, as data"},
};

}  // namespace

std::span<const Route> transparency_routes() {
    return routes;
}

}  // namespace web
