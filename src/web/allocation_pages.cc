#include "web/allocation_pages.h"

#include "assessment/points.h"
#include "base/text.h"
#include "casework/see_rules.h"
#include "govuk/details.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "policy/cases.h"
#include "policy/explain.h"
#include "policy/marks.h"
#include "web/day_of_rules.h"
#include "web/folding_table.h"
#include "web/form_fields.h"
#include "web/layout.h"
#include "web/mark_note.h"
#include "web/money_words.h"
#include "web/rules_words.h"
#include "web/site.h"
#include "web/sum_words.h"
#include "web/working_lines.h"

namespace web {

namespace {

Html packages_list(const Visit& visit) {
    Html list;
    list << "<ul class=\"govuk-list op-links\">";
    for (const auto& [id, package] : visit.desk.shelf) {
        list << "<li><a class=\"govuk-link\" href=\"/how-allocation-works/" << id << "\">"
             << package->title() << "</a></li>";
    }
    return list << "</ul>";
}

Result<Response> overview_page(Visit& visit) {
    Html main;
    main
        << "<h1 class=\"govuk-heading-l\">How the money is worked out</h1><p "
           "class=\"govuk-body-l\">You answer questions. Answers give points. A table turns points "
           "into a sum. A person decides.</p>"
           "<ul class=\"govuk-list govuk-list--bullet\"><li>The sum is a start. It may be too "
           "little or too much for you.</li><li>The one who decides must give you reasons.</li>"
           "<li>Money of other owners is only an estimate until they decide.</li><li>You can say "
           "“I disagree” about every answer and every sum.</li></ul>"
           "<h2 class=\"govuk-heading-m\">The rules, with every table</h2>"
        << packages_list(visit)
        << "<h2 class=\"govuk-heading-m\">Check a sum</h2><p class=\"govuk-body\"><a "
           "class=\"govuk-link\" href=\"/check-a-sum\">How anybody can check a sum, and the keys "
           "each council signs with</a></p>";
    return show(visit, {.title = "How the money is worked out",
                        .main = std::move(main),
                        .help = "why",
                        .keeping = Keeping::shared});
}

govuk::SummaryListRow row(std::string key, std::string value) {
    return {.key = {.text = std::move(key)}, .value = {.text = std::move(value)}};
}

std::string dates_of(const policy::Stream& stream) {
    std::string words = stream.from ? "From " + stream.from->for_people() : "Always";
    if (stream.until) {
        words += " until " + stream.until->plus_days(-1).for_people();
    }
    return words;
}

std::string means_test_of(const policy::Package& package, const policy::Stream& stream) {
    switch (stream.means_test) {
        case policy::MeansTest::none:
            return "None";
        case policy::MeansTest::not_modelled:
            return "Not in these rules";
        case policy::MeansTest::decision:
            break;
    }
    const policy::DecisionInfo* decision = package.decision(stream.contribution);
    return decision == nullptr ? stream.contribution : decision->title;
}

// Where unspent money goes, in words: the file says "owner", or the stream itself.
std::string unspent_words(const policy::Stream& stream) {
    if (stream.unspent_to == "owner") {
        return "Goes back to whoever gave it: " + stream.owner;
    }
    if (stream.unspent_to == "stream") {
        return "Stays with " + stream.name + " for other people";
    }
    if (stream.unspent_to == "person") {
        return "Stays with the person";
    }
    return "Goes to: " + stream.unspent_to;
}

// A figure that says how sure the rules of a stream are.
Html sureness_of(const policy::Package& package, const policy::Stream& stream, Date on) {
    Html out;
    if (!stream.amount.empty()) {
        out << mark_note(policy::weakest_mark(package, stream.amount, on), "#figures");
    }
    return out;
}

Html stream_part(const policy::Package& package, const policy::Stream& stream, Date on) {
    govuk::SummaryList list;
    list.rows.push_back(row("Whose money", stream.owner));
    list.rows.push_back(row("Who decides", stream.decider));
    list.rows.push_back(
        row("What it may buy", purposes_words(base::join_text(stream.purposes, ", "))));
    list.rows.push_back(row("Kind", std::string(policy::to_text(stream.kind))));
    list.rows.push_back(row("Can be paid to the person", stream.cash_allowed ? "Yes" : "No"));
    list.rows.push_back(row("Means test", means_test_of(package, stream)));
    if (const policy::Stream* first = package.stream(stream.minimum_from)) {
        const auto minimum = package.parameter(stream.minimum_weekly, on);
        list.rows.push_back(
            row("Comes after",
                first->name +
                    (minimum ? " puts in at least " + policy::in_words(*minimum) : std::string())));
    }
    list.rows.push_back(row("Unspent money", stream.unspent_to.empty()
                                                 ? std::string("Not published")
                                                 : unspent_words(stream)));
    list.rows.push_back(row("Dates", dates_of(stream)));
    list.rows.push_back(row("Legal basis", stream.legal_base));
    if (!stream.not_modelled.empty()) {
        list.rows.push_back(row("Not in these rules", stream.not_modelled));
    }
    list.rows.push_back(row("Source", stream.source));
    return Html() << "<h3 class=\"govuk-heading-s\">" << stream.name << "</h3>"
                  << sureness_of(package, stream, on) << list;
}

FoldingTable points_part(const policy::Package& package, Date on) {
    FoldingTable table{.caption = "The points of every answer",
                       .columns = {{"Question"}, {"Answer"}, {"Points", true}, {"Rule"}},
                       .rows = {}};
    for (const assessment::OfferedPoints& offered : assessment::points_table(package, on)) {
        const policy::Question* question = package.question(offered.question);
        table.rows.push_back({{.text = question->text},
                              {.text = assessment::words(*question, offered.answer)},
                              {.text = offered.points.normalised().to_text()},
                              {.text = offered.reason}});
    }
    return table;
}

FoldingTable figures_part(const policy::Package& package, Date on) {
    FoldingTable table{.caption = "Every figure on " + on.for_people(),
                       .columns = {{"Figure"}, {"Value", true}, {"Dates"}, {"Source"}, {"Mark"}},
                       .rows = {}};
    for (const policy::Parameter& figure : package.parameters(on)) {
        std::string dates = "From " + figure.from.for_people();
        if (figure.until) {
            dates += " until " + figure.until->plus_days(-1).for_people();
        }
        table.rows.push_back({{.text = figure.label},
                              {.text = policy::in_words(figure)},
                              {.text = std::move(dates)},
                              {.text = figure.source},
                              {.html = mark_words(figure.mark)}});
    }
    return table;
}

Html steps_part(const policy::Package& package) {
    Html items;
    for (const policy::DecisionInfo& decision : package.decisions()) {
        items << "<li><strong>" << decision.title << "</strong>";
        if (!decision.question.empty()) {
            items << "<br>" << decision.question;
        }
        if (!decision.source.empty()) {
            items << "<br><span class=\"govuk-hint\">Source: " << decision.source << "</span>";
        }
        items << "</li>";
    }
    return Html() << govuk::Details{.summary_text = "Every step, in order",
                                    .html = Html() << "<ol class=\"govuk-list govuk-list--number\">"
                                                   << items << "</ol>"};
}

// The worked cases, run again now: a subtotal that no longer comes out says so.
Html cases_part(const policy::Package& package) {
    Html out;
    out << "<h2 class=\"govuk-heading-m\">Worked cases</h2><p class=\"govuk-body\">Each case was "
           "worked out by hand first. The program works it out again for this page.</p>";
    for (const policy::CaseOutcome& outcome : policy::run_cases(package)) {
        FoldingTable table{.caption = "Subtotals of " + policy::name_in_words(outcome.name),
                           .columns = {{"Step"}, {"By hand", true}, {"By the program", true}},
                           .rows = {},
                           .hide_caption = true};
        for (const policy::CaseComparison& line : outcome.comparisons) {
            table.rows.push_back({{.text = policy::name_in_words(line.name)},
                                  {.text = line.expected},
                                  {.text = line.found + (line.agrees ? "" : " (differs)")}});
        }
        const std::string name = policy::name_in_words(outcome.name);
        out << govuk::Details{
            .summary_text = name + ", " + outcome.on.for_people() + ": " +
                            (outcome.passed() ? "every subtotal agrees" : "a subtotal differs"),
            .html = folding_table(table)};
    }
    return out;
}

// Writes a line with what stands between backticks as code.
void write_line(Html& out, std::string_view line) {
    bool is_code = false;
    for (const std::string& piece : base::split_text(line, '`')) {
        out << (is_code ? govuk::Literal("<code>") : govuk::Literal("")) << piece
            << (is_code ? govuk::Literal("</code>") : govuk::Literal(""));
        is_code = !is_code;
    }
}

// The README's paragraphs, headings and code; its other marks are left as text.
Html readme_part(const policy::Package& package) {
    Html out;
    for (const std::string& line : base::split_text(package.readme(), '\n')) {
        if (line.starts_with("## ")) {
            out << "<h3 class=\"govuk-heading-s\">" << line.substr(3) << "</h3>";
        } else if (line.starts_with("- ")) {
            out << "<p class=\"govuk-body op-readme__item\">• ";
            write_line(out, line.substr(2));
            out << "</p>";
        } else if (!line.empty() && !line.starts_with("# ")) {
            out << "<p class=\"govuk-body\">";
            write_line(out, line);
            out << "</p>";
        }
    }
    return Html() << govuk::Details{.summary_text = "Legal basis, sources and what is left out",
                                    .html = out};
}

// Every version these rules had in this council, and why each was made.
Html history_part(const Visit& visit, const policy::Package& package) {
    FoldingTable table{.caption = "Versions of these rules in " + visit.council.name,
                       .columns = {{"Version"}, {"In force"}, {"Published"}, {"Why"}},
                       .rows = {}};
    for (const casework::PublicVersion& version :
         casework::public_history(visit.desk, package.id())) {
        table.rows.push_back(
            {{.text = std::to_string(version.number) + (version.is_in_force ? " (now)" : "")},
             {.text = days_words(version.days)},
             {.text = version.published.for_people()},
             {.text = version.reason.empty() ? std::string("As it came with Onepurse")
                                             : version.reason}});
    }
    return folding_table(table);
}

Result<Response> package_page(Visit& visit) {
    TRY(const auto rules, rules_asked(visit));
    const policy::Package& package = *rules;
    TRY(const Date on, day_asked(visit, package));
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << package.title()
         << "</h1><p "
            "class=\"govuk-body-l\">These are the tables in force on "
         << on.for_people()
         << ".</p><p class=\"govuk-body\">A sum from a table is a start. A "
            "person decides and gives reasons.</p>"
         << "<p class=\"govuk-body\">“Published” means it stands in the source. “Remembered” means "
            "somebody remembers it. “Illustrative” means it was made up to show how it works.</p>"
            "<h2 class=\"govuk-heading-m\">Who pays</h2>";
    const std::vector<policy::Stream> streams = package.streams(on);
    if (streams.empty()) {
        main << govuk::InsetText{.text = "No money of these rules exists on this day."};
    }
    for (const policy::Stream& stream : streams) {
        main << stream_part(package, stream, on);
    }
    main << folding_table(points_part(package, on)) << "<div id=\"figures\">"
         << folding_table(figures_part(package, on)) << "</div>"
         << "<h2 class=\"govuk-heading-m\">From answers to money</h2>" << steps_part(package)
         << cases_part(package) << readme_part(package) << history_part(visit, package)
         << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/how-allocation-works/"
         << package.id() << "/tables" << (visit.query("on").empty() ? "" : "?on=" + on.to_text())
         << "\">Every table, rule for rule</a></p>"
         << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/how-allocation-works/"
         << package.id() << "/transparency\">Transparency record of these rules</a></p>"
         << "<p class=\"govuk-body-s\">Fingerprint of these rules: <code class=\"op-code\">"
         << package.fingerprint() << "</code></p>";
    return show(visit, {.title = package.title(),
                        .main = std::move(main),
                        .back_href = "/how-allocation-works",
                        .help = "why",
                        .keeping = Keeping::shared,
                        .is_wide = true});
}

const Route routes[] = {
    {GET, "/how-allocation-works", may::anyone, overview_page,
     "How the money is worked out, for everybody"},
    {GET,
     "/how-allocation-works/{package}",
     may::anyone,
     package_page,
     "One set of rules: streams, points, figures with sources, and worked cases",
     {"on"}},
};

}  // namespace

std::span<const Route> allocation_routes() {
    return routes;
}

}  // namespace web
