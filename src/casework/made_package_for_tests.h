#pragma once
// Writes policy packages nobody has seen before, as files in a folder: so many streams and so many
// questions, with names of their own, two tables of their own and the figures they use. It also
// says, by arithmetic of its own, what the package must give. Only tests include it.

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/money.h"
#include "policy/small_packages.h"

namespace casework {

struct MadeStream {
    std::string id;
    std::string purpose;
    bool council_decides = true;
    bool in_cash = false;  // its line is held as a direct payment
    Money weekly;          // what the answers come to
};

struct MadePackage {
    std::string id;
    std::vector<MadeStream> streams;
    std::vector<std::pair<std::string, std::string>> answers;  // question, code
    std::int64_t points = 0;
    policy::Files files;
};

namespace made {

inline std::string cell(const std::string& text) {
    return "<inputEntry><text>" + text + "</text></inputEntry>";
}

inline std::string out(const std::string& text) {
    return "<outputEntry><text>" + text + "</text></outputEntry>";
}

inline std::string column(const std::string& text) {
    return "<input><inputExpression><text>" + text + "</text></inputExpression></input>";
}

// What each question adds up to.
inline std::string points_table(const std::vector<std::string>& questions) {
    std::string table = "<decisionTable hitPolicy=\"COLLECT\" aggregation=\"SUM\">";
    for (const std::string& each : questions) {
        table += column(each);
    }
    table += "<output/><annotation name=\"reason\"/>\n";
    for (std::size_t q = 0; q < questions.size(); ++q) {
        const std::pair<const char*, std::size_t> codes[] = {
            {"\"none\"", 0}, {"\"few\"", 2 + q}, {"\"many\"", 5 + 2 * q}};
        for (const auto& [code, points] : codes) {
            table += "<rule>";
            for (std::size_t other = 0; other < questions.size(); ++other) {
                table += cell(other == q ? code : "-");
            }
            table += out(std::to_string(points)) + "<annotationEntry><text>It counts." +
                     "</text></annotationEntry></rule>\n";
        }
    }
    return table + "</decisionTable>";
}

inline std::string step_table() {
    return "<decisionTable hitPolicy=\"UNIQUE\">" + column("weight") + "<output/>" + "<rule>" +
           cell("&lt; 4") + out("Rates.low_step") + "</rule><rule>" + cell("[4..10)") +
           out("Rates.middle_step") + "</rule><rule>" + cell(">= 10") + out("Rates.high_step") +
           "</rule></decisionTable>";
}

inline std::string right_table() {
    return "<decisionTable hitPolicy=\"FIRST\">" + column("weight") +
           "<output name=\"eligible\" typeRef=\"boolean\"/>"
           "<output name=\"reason\" typeRef=\"string\"/>"
           "<rule>" +
           cell("> 0") + out("true") + out("\"There is something to help with.\"") +
           "</rule><rule>" + cell("-") + out("false") + out("\"Nothing was asked for.\"") +
           "</rule></decisionTable>";
}

}  // namespace made

// Makes a package of `streams` streams and `questions` questions.
inline MadePackage made_package(const std::string& id, std::size_t streams, std::size_t questions) {
    using namespace policy::testing;  // NOLINT(google-build-using-namespace): a test
    MadePackage package;
    package.id = id;
    const char* words[] = {"kites", "boats", "lamps", "bells", "ropes",
                           "sails", "tents", "drums", "looms"};
    std::vector<std::string> names;
    std::string questionnaire = questionnaire_header;
    std::string inputs;
    std::string needs;
    for (std::size_t q = 0; q < questions; ++q) {
        const std::string name = "hills_" + id + "_" + std::to_string(q);
        names.push_back(name);
        questionnaire.append(name).append(",Hills,choice,How many hills?,,,,yes,none,None,,yes\n");
        questionnaire.append(name).append(",,,,,,,,few,A few,,\n");
        questionnaire.append(name).append(",,,,,,,,many,Many,,\n");
        inputs += input(name, "t_hills");
        needs += needs_input(name);
        const std::size_t chosen = q % 3;
        const char* codes[] = {"few", "many", "none"};
        const std::size_t weights[] = {2 + q, 5 + 2 * q, 0};
        package.answers.emplace_back(name, codes[chosen]);
        package.points += static_cast<std::int64_t>(weights[chosen]);
    }
    const std::int64_t step = package.points < 4 ? 4000 : package.points < 10 ? 8555 : 12345;
    std::string parameters = parameters_header +
                             "low_step,Low,GBP/week,40.00,2006-04-01,,made up,illustrative,\n"
                             "middle_step,Middle,GBP/week,85.55,2006-04-01,,made up,illustrative,\n"
                             "high_step,High,GBP/week,123.45,2006-04-01,,made up,illustrative,\n";
    std::string rows = streams_header;
    std::string decisions =
        decision("weight", "number", needs, made::points_table(names)) +
        decision("step", "number", needs_decision("weight") + needs_input("Rates"),
                 made::step_table()) +
        decision("right", "t_right", needs_decision("weight"), made::right_table());
    for (std::size_t s = 0; s < streams; ++s) {
        MadeStream stream;
        stream.id = std::string(words[s]) + "_of_" + id;
        stream.purpose = "mending_" + std::string(words[s]);
        stream.council_decides = s % 2 == 0;
        stream.in_cash = s % 3 == 2;
        const auto share = static_cast<std::int64_t>(13 + 9 * s);
        stream.weekly = Money::pence((step * share + 50) / 100);
        rows += stream.id + "," + words[s] + ",Owner of " + words[s] + ",Its owner," +
                (stream.council_decides ? "council" : "owner") + ",None,right,sum_" + words[s] +
                "," + stream.purpose + ",revenue," + (stream.in_cash ? "yes" : "no") +
                ",none,,,owner," + std::to_string(s + 1) + ",weekly,2006-04-01,,,made up\n";
        parameters += std::string("share_") + words[s] + ",Share,percent," + std::to_string(share) +
                      ",2006-04-01,,made up,illustrative,\n";
        decisions += decision(
            std::string("sum_") + words[s], "number", needs_decision("step") + needs_input("Rates"),
            literal(std::string("round half up(step * Rates.share_") + words[s] + " / 100, 2)"));
        package.streams.push_back(stream);
    }
    package.files = {
        {"README.md", "# Help with " + id + "\n\nMade up for a test.\n"},
        {"streams.csv", rows},
        {"parameters.csv", parameters},
        {"questionnaire.csv", questionnaire},
        {"hills.dmn",
         dmn("<itemDefinition name=\"t_hills\"><typeRef>string</typeRef><allowedValues>"
             "<text>\"none\", \"few\", \"many\"</text></allowedValues></itemDefinition>\n"
             "<itemDefinition name=\"t_right\"><itemComponent name=\"eligible\"><typeRef>boolean"
             "</typeRef></itemComponent><itemComponent name=\"reason\"><typeRef>string</typeRef>"
             "</itemComponent></itemDefinition>\n" +
             inputs + input("Rates", "Any") + decisions)},
        {"cases.csv", cases_header},
    };
    return package;
}

// Writes a package into a folder, as an analyst would hand it in.
inline void write_package(const std::filesystem::path& folder, const MadePackage& package) {
    std::filesystem::create_directories(folder);
    for (const auto& [name, bytes] : package.files) {
        std::ofstream(folder / name, std::ios::binary) << bytes;
    }
}

}  // namespace casework
