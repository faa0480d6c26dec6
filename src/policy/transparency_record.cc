#include "policy/transparency_record.h"
#include "policy/model.h"

#include <algorithm>
#include <map>
#include <set>

namespace policy {

namespace {

using Words = std::vector<std::string>;

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

// Adds what is not there yet: two streams may have one owner.
void add(Words& words, const std::string& text) {
    if (!text.empty() && std::find(words.begin(), words.end(), text) == words.end()) {
        words.push_back(text);
    }
}

RecordSection about(const Package& package, const std::vector<Stream>& streams) {
    Words does = {"It turns answers into points and points into a sum of money.",
                  "The sum is a start for a plan. It is not the decision."};
    Words funds;
    for (const Stream& stream : streams) {
        add(funds, stream.name + ": " + stream.owner);
    }
    return {"about",
            "About these rules",
            {{"name", "What are they called?", {package.title()}},
             {"does", "What do they do?", does},
             {"funds", "Whose money is it?", funds},
             {"contact", "Whom can I ask?", {}}}};
}

RecordSection responsibility(const std::vector<Stream>& streams) {
    Words deciders;
    Words laws;
    for (const Stream& stream : streams) {
        add(deciders, stream.name + ": " + stream.decider);
        add(laws, stream.legal_base);
    }
    return {"responsibility",
            "Who is responsible",
            {{"deciders", "Who decides?", deciders},
             {"law", "What is the legal basis?", laws},
             {"senior_owner", "Which senior officer answers for the rules?", {}},
             {"supplier", "Which supplier is involved, and on what terms?", {}}}};
}

RecordSection deciding(const std::vector<Stream>& streams) {
    Words people = {"A person looks at every sum, may change it and must give reasons.",
                    "Nothing is paid by the rules alone."};
    const bool has_owners = std::any_of(streams.begin(), streams.end(), [](const Stream& stream) {
        return stream.who_decides == WhoDecides::owner;
    });
    if (has_owners) {
        people.emplace_back("Where another body owns the money, the sum is only an estimate.");
    }
    return {"deciding",
            "How they are used",
            {{"people", "What do people do?", people},
             {"appeal",
              "What if I disagree?",
              {"You can say so about every answer and every sum.",
               "Somebody else then looks again and gives reasons."}},
             {"trained", "How are staff trained?", {}},
             {"how_often", "How many people is it used for each year?", {}}}};
}

RecordSection workings(const Package& package) {
    const std::vector<feel::Table>& tables = package.model()->decisions.program.tables;
    std::size_t rules = 0;
    for (const feel::Table& table : tables) {
        rules += table.rules;
    }
    Words method = {"Fixed rules that anyone can read. Nothing is learned from data.",
                    counted(package.decisions().size(), "step", "steps") + ", " +
                        counted(tables.size(), "table", "tables") + " with " +
                        counted(rules, "rule", "rules") + ".",
                    "The same answers on the same day always give the same sum."};
    Words proof = {counted(package.cases().size(), "worked case", "worked cases") +
                   " stand beside the rules, worked out without this program."};
    return {"workings",
            "How they work",
            {{"method", "What method is used?", method},
             {"proof", "How are they tested?", proof},
             {"version", "Which version is this?", {"Fingerprint " + package.fingerprint()}}}};
}

RecordSection data(const Package& package) {
    std::vector<std::string> domains;
    std::map<std::string, std::size_t> questions;
    for (const Question& question : package.questionnaire()) {
        add(domains, question.domain);
        ++questions[question.domain];
    }
    Words asked;
    for (const std::string& domain : domains) {
        asked.push_back(domain + ": " + counted(questions[domain], "question", "questions"));
    }
    Words facts;
    for (const std::string& input : package.inputs()) {
        add(facts, input == "age" ? "Your age" : input == "decision_date" ? "The day" : input);
    }
    return {"data",
            "What they know of a person",
            {{"asked", "What is a person asked?", asked},
             {"facts", "What else is used?", facts},
             {"health",
              "Is there anything about health?",
              {"Yes. Many answers are about health or disability."}},
             {"names", "Is a name or an address used?", {"No."}},
             {"sharing", "With whom is it shared, and how long is it kept?", {}}}};
}

RecordSection risks(const Package& package, const std::vector<Stream>& streams, Date on) {
    std::map<Mark, std::size_t> marks;
    for (const Parameter& figure : package.parameters(on)) {
        ++marks[figure.mark];
    }
    Words figures = {
        counted(marks[Mark::published], "figure has", "figures have") + " a published source.",
        counted(marks[Mark::remembered], "figure is", "figures are") +
            " remembered by somebody, without a source at hand.",
        counted(marks[Mark::illustrative], "figure was", "figures were") +
            " made up to show how it works."};
    Words left_out;
    for (const Stream& stream : streams) {
        add(left_out,
            stream.not_modelled.empty() ? std::string() : stream.name + ": " + stream.not_modelled);
    }
    return {"risks",
            "What to be careful of",
            {{"figures", "How sure are the figures?", figures},
             {"left_out", "What do the rules leave out?", left_out},
             {"impact", "Where is the assessment of effects on equality and on data?", {}}}};
}

}  // namespace

std::vector<RecordSection> transparency_record(const Package& package, Date on) {
    const std::vector<Stream> streams = package.streams(on);
    return {about(package, streams), responsibility(streams), deciding(streams),
            workings(package),       data(package),           risks(package, streams, on)};
}

}  // namespace policy
