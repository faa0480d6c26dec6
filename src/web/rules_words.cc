#include "web/rules_words.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"
#include "policy/explain.h"
#include "web/folding_table.h"

namespace web {

namespace {

using policy::GridColumn;
using policy::SheetGrid;

struct SheetWords {
    std::string_view sheet;
    std::string_view title;
    std::string_view purpose;
};

constexpr SheetWords sheets[] = {
    {"streams", "Streams",
     "Each fund: who owns it, what it may pay for, which decision gives its sum."},
    {"parameters", "Figures",
     "Each price, limit and rate, with the days it holds, its source and how sure it is."},
    {"questionnaire", "Questions", "Each question people are asked, one row for each answer."},
    {"cases", "Cases", "Made-up people with the sums they must get. They are worked out by hand."},
};

struct ColumnWords {
    std::string_view sheet;
    std::string_view name;
    std::string_view title;
};

constexpr ColumnWords columns[] = {
    {"parameters", "id", "Short name"},
    {"parameters", "label", "What it is"},
    {"parameters", "unit", "Counted in"},
    {"parameters", "value", "Value"},
    {"parameters", "valid_from", "First day"},
    {"parameters", "valid_to", "Day it ends"},
    {"parameters", "source", "Source"},
    {"parameters", "mark", "How sure"},
    {"parameters", "note", "Note"},
    {"parameters", "min", "Least"},
    {"parameters", "max", "Most"},
    {"questionnaire", "question", "Short name"},
    {"questionnaire", "domain", "Heading"},
    {"questionnaire", "kind", "Kind"},
    {"questionnaire", "text", "Question"},
    {"questionnaire", "help", "Help"},
    {"questionnaire", "easy_text", "Easy Read question"},
    {"questionnaire", "picture", "Picture"},
    {"questionnaire", "required", "Must be answered"},
    {"questionnaire", "answer", "Code of the answer"},
    {"questionnaire", "answer_text", "Answer"},
    {"questionnaire", "easy_answer", "Easy Read answer"},
    {"questionnaire", "lowest", "Fewest points"},
    {"streams", "id", "Short name"},
    {"streams", "name", "Name"},
    {"streams", "owner", "Owner"},
    {"streams", "decider", "Decider in words"},
    {"streams", "who_decides", "Who decides"},
    {"streams", "legal_base", "Law"},
    {"streams", "eligibility", "Decision on who can get it"},
    {"streams", "amount", "Decision on the sum"},
    {"streams", "purposes", "What it may pay for"},
    {"streams", "kind", "Kind"},
    {"streams", "cash_allowed", "Direct payment allowed"},
    {"streams", "means_test", "Means test"},
    {"streams", "minimum_from", "Who must pay first"},
    {"streams", "minimum_weekly", "How much a week"},
    {"streams", "unspent_to", "Unspent money goes to"},
    {"streams", "restriction", "How tight (1 pays first)"},
    {"streams", "recurrence", "How often"},
    {"streams", "from", "First day"},
    {"streams", "until", "Day it ends"},
    {"streams", "not_modelled", "What is left out"},
    {"streams", "source", "Source"},
    {"cases", "case", "Case"},
    {"cases", "on", "Day"},
    {"cases", "what", "What it is"},
    {"cases", "name", "Name"},
    {"cases", "value", "Value"},
    {"cases", "note", "Note"},
};

struct ColumnChoices {
    std::string_view sheet;
    std::string_view name;
    std::string_view values;  // parted by ";"
};

constexpr ColumnChoices choices[] = {
    {"parameters", "mark", "published;remembered;illustrative"},
    {"questionnaire", "kind", ";choice;yes_no;money;number;date"},
    {"questionnaire", "required", ";yes;no"},
    {"questionnaire", "lowest", ";yes"},
    {"streams", "who_decides", "council;owner"},
    {"streams", "kind", "revenue;capital;both"},
    {"streams", "cash_allowed", "yes;no"},
    {"streams", "unspent_to", "owner;stream;person"},
    {"streams", "recurrence", "weekly;one_off;both"},
    {"cases", "what", "answer;input;expect"},
};

const SheetWords* words_of(const SheetGrid& grid) {
    const auto found = std::find_if(std::begin(sheets), std::end(sheets), [&](const auto& each) {
        return !grid.is_table() && each.sheet == grid.name;
    });
    return found == std::end(sheets) ? nullptr : found;
}

bool is_word_letter(char c) {
    const auto letter = static_cast<unsigned char>(c);
    return letter >= 0x80 || std::isalnum(letter) != 0 || c == '_' || c == '.' || c == '{' ||
           c == '}';
}

// A name has a "_", or a "." between letters (Rates.limit), or is a slot of a text ({sum}); a
// number or the end of a sentence is none.
bool is_name(std::string_view word) {
    if (word.find_first_of("_{") != std::string_view::npos) {
        return true;
    }
    const std::size_t dot = word.find('.');
    return dot != std::string_view::npos && dot > 0 && dot + 1 < word.size() &&
           std::isalpha(static_cast<unsigned char>(word[dot - 1])) != 0 &&
           std::isalpha(static_cast<unsigned char>(word[dot + 1])) != 0;
}

std::size_t column_of(const SheetGrid& grid, std::string_view name) {
    for (std::size_t at = 0; at < grid.columns.size(); ++at) {
        if (grid.columns[at].text == name) {
            return at;
        }
    }
    return grid.columns.size();
}

std::string cell_of(const SheetGrid& grid, const policy::GridRow& row, std::string_view name) {
    const std::size_t at = column_of(grid, name);
    return at < row.cells.size() ? row.cells[at] : std::string();
}

// What a column of a CSV file is called; its own name where it is none of ours.
std::string title_in_sheet(std::string_view sheet, const std::string& name) {
    for (const ColumnWords& each : columns) {
        if (each.sheet == sheet && each.name == name) {
            return std::string(each.title);
        }
    }
    return name;
}

std::string_view kind_words(policy::ChangeKind kind) {
    switch (kind) {
        case policy::ChangeKind::added:
            return "Added";
        case policy::ChangeKind::removed:
            return "Taken out";
        case policy::ChangeKind::changed:
            return "Changed";
    }
    return "";
}

Html row_words(const policy::PackageChange& change) {
    Html html;
    html << with_code(change.row.empty() ? std::string("All of it") : change.row);
    if (!change.words.empty()) {
        html << "<br>" << with_code(change.words);
    }
    return html;
}

void add_rows(FoldingTable& table, const policy::PackageChange& change) {
    const std::string kind(kind_words(change.kind));
    const std::string sheet = change.file.substr(0, change.file.rfind('.'));
    if (change.cells.empty()) {
        table.rows.push_back({{.html = row_words(change)},
                              {.text = kind},
                              {.text = ""},
                              {.text = ""},
                              {.text = ""}});
    }
    for (const policy::CellChange& cell : change.cells) {
        table.rows.push_back({{.html = row_words(change)},
                              {.text = kind},
                              {.html = in_cell(with_code(title_in_sheet(sheet, cell.column)))},
                              {.html = in_cell(with_code(cell.before))},
                              {.html = in_cell(with_code(cell.after))}});
    }
}

}  // namespace

Html with_code(std::string_view text) {
    Html html;
    while (!text.empty()) {
        std::size_t end = 0;
        while (end < text.size() && is_word_letter(text[end])) {
            ++end;
        }
        std::string_view word = text.substr(0, end);
        while (word.ends_with('.')) {
            word.remove_suffix(1);
        }
        if (is_name(word)) {
            html << "<code>" << word << "</code>";
        } else {
            html << word;
        }
        std::size_t next = std::max(word.size(), std::size_t{0});
        while (next < text.size() && (next < end || !is_word_letter(text[next]))) {
            ++next;
        }
        html << text.substr(word.size(), next - word.size());
        text.remove_prefix(next);
    }
    return html;
}

Html in_cell(const Html& words) {
    return Html() << "<div>" << words << "</div>";
}

std::string sheet_title(const SheetGrid& grid) {
    if (const SheetWords* words = words_of(grid)) {
        return std::string(words->title);
    }
    std::string name = grid.table.empty() ? grid.name : grid.table;
    constexpr std::string_view end = "_table";
    if (name.size() > end.size() && name.ends_with(end)) {
        name.resize(name.size() - end.size());
    }
    return "Table: " + policy::name_in_words(std::move(name));
}

std::string sheet_purpose(const SheetGrid& grid) {
    if (const SheetWords* words = words_of(grid)) {
        return std::string(words->purpose);
    }
    constexpr std::pair<std::string_view, std::string_view> policies[] = {
        {"UNIQUE", "One rule holds for everybody. Two may never hold at once."},
        {"FIRST", "The rules are read from the top. The first one that holds counts."},
        {"ANY", "Several rules may hold, when they say the same."},
        {"PRIORITY", "Several rules may hold. The most important answer counts."},
        {"COLLECT SUM", "What all rules give that hold is added up."},
        {"COLLECT MAX", "Of all rules that hold the largest answer counts."},
        {"COLLECT MIN", "Of all rules that hold the smallest answer counts."},
        {"COLLECT COUNT", "The rules that hold are counted."},
    };
    for (const auto& [name, words] : policies) {
        if (name == grid.hit_policy) {
            return std::string(words);
        }
    }
    return "All rules that hold give their answer.";
}

std::string column_title(const SheetGrid& grid, std::size_t column) {
    const GridColumn& asked = grid.columns[column];
    if (!grid.is_table()) {
        return title_in_sheet(grid.name, asked.heading);
    }
    switch (asked.kind) {
        case GridColumn::Kind::input:
            return "If " + policy::name_in_words(asked.heading);
        case GridColumn::Kind::output:
            return "Then " + policy::name_in_words(asked.heading);
        case GridColumn::Kind::note:
            return "Because: " + policy::name_in_words(asked.heading);
    }
    return asked.heading;
}

std::vector<std::string> column_choices(const SheetGrid& grid, std::size_t column) {
    if (!grid.is_table()) {
        for (const ColumnChoices& each : choices) {
            if (each.sheet == grid.name && each.name == grid.columns[column].text) {
                return base::split_text(each.values, ';');
            }
        }
    }
    return {};
}

std::string row_name(const SheetGrid& grid, const policy::GridRow& row) {
    if (grid.is_table()) {
        return {};
    }
    std::string name = row.cells.empty() ? std::string() : row.cells.front();
    const auto add = [&](std::string_view between, const std::string& more) {
        if (!more.empty()) {
            name += std::string(between) + more;
        }
    };
    if (grid.name == "parameters") {
        add(" from ", cell_of(grid, row, "valid_from"));
    } else if (grid.name == "questionnaire") {
        add(", ", cell_of(grid, row, "answer"));
    } else if (grid.name == "cases") {
        add(", ", cell_of(grid, row, "name"));
    }
    return name;
}

Html difference_part(const std::vector<policy::PackageChange>& changes, std::size_t changes_max) {
    Html html;
    if (changes.empty()) {
        return html << "<p class=\"govuk-body\">Nothing differs.</p>";
    }
    const std::size_t shown = std::min(changes.size(), changes_max);
    for (std::size_t at = 0; at < shown;) {
        const std::string& part = changes[at].part;
        const std::string& file = changes[at].file;
        FoldingTable table{
            .caption = policy::name_in_words(part.empty() ? file : part),
            .columns = {{"Where"}, {"What happens"}, {"Column"}, {"Before"}, {"After"}},
            .rows = {}};
        for (; at < shown && changes[at].part == part && changes[at].file == file; ++at) {
            add_rows(table, changes[at]);
        }
        html << folding_table(table);
    }
    if (shown < changes.size()) {
        html << "<p class=\"govuk-body\">And "
             << base::counted(changes.size() - shown, "more change") << ".</p>";
    }
    return html;
}

std::string days_words(const std::vector<policy::InForce>& days) {
    std::string words;
    for (const policy::InForce& each : days) {
        const std::string from = each.from == policy::from_the_beginning
                                     ? std::string("the beginning")
                                     : each.from.for_people();
        words += (words.empty() ? "From " : "; from ") + from;
        if (each.until) {
            words += " to " + each.until->plus_days(-1).for_people();
        }
    }
    return words.empty() ? "On no day: another version took its place" : words;
}

std::string counted_changes(const std::vector<policy::PackageChange>& changes) {
    if (changes.empty()) {
        return "No change yet";
    }
    std::size_t counts[3] = {};
    for (const policy::PackageChange& change : changes) {
        ++counts[static_cast<std::size_t>(change.kind)];
    }
    constexpr std::string_view words[] = {" added", " taken out", " changed"};
    std::string parts;
    for (std::size_t kind = 0; kind < 3; ++kind) {
        if (counts[kind] > 0) {
            parts += (parts.empty() ? "" : ", ") + std::to_string(counts[kind]) +
                     std::string(words[kind]);
        }
    }
    return base::counted(changes.size(), "change") + ": " + parts;
}

}  // namespace web
