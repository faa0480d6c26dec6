#include "policy/package_parts.h"

#include <map>

#include "base/csv.h"
#include "base/text.h"

namespace policy {

namespace {

using Cells = std::vector<PartCell>;

// A CSV file row by row, with its cells under their headings.
class Sheet {
public:
    explicit Sheet(std::vector<base::CsvRow> rows) : rows_(std::move(rows)) {
        for (const std::string& heading : rows_.front().cells) {
            headings_.emplace_back(base::trim(heading));
        }
    }

    std::size_t rows() const { return rows_.size(); }

    bool is_blank(std::size_t row) const {
        for (const std::string& cell : rows_[row].cells) {
            if (!cell.empty()) {
                return false;
            }
        }
        return true;
    }

    std::string cell(std::size_t row, std::string_view heading) const {
        for (std::size_t at = 0; at < headings_.size(); ++at) {
            if (headings_[at] == heading) {
                return at < rows_[row].cells.size() ? rows_[row].cells[at] : "";
            }
        }
        return "";
    }

    // Gives the cells of a row that are not empty, without those under the headings named.
    Cells cells(std::size_t row, const std::vector<std::string_view>& without) const {
        Cells given;
        for (std::size_t at = 0; at < rows_[row].cells.size(); ++at) {
            const std::string heading = at < headings_.size() && !headings_[at].empty()
                                            ? headings_[at]
                                            : "column " + std::to_string(at + 1);
            bool wanted = !rows_[row].cells[at].empty();
            for (const std::string_view each : without) {
                wanted = wanted && each != heading;
            }
            if (wanted) {
                given.push_back({heading, heading, rows_[row].cells[at]});
            }
        }
        return given;
    }

    // The columns as a row of their own, so that one that comes or goes is told.
    PartRow heading_row() const {
        PartRow row{"headings", "columns", "", {}};
        for (const std::string& heading : headings_) {
            row.cells.push_back({heading, "column " + heading, "there"});
        }
        return row;
    }

private:
    std::vector<base::CsvRow> rows_;
    std::vector<std::string> headings_;
};

PackagePart figures(const Sheet& sheet) {
    PackagePart part{"figures", "Figures", {sheet.heading_row()}};
    for (std::size_t at = 1; at < sheet.rows(); ++at) {
        if (!sheet.is_blank(at)) {
            const std::string name = sheet.cell(at, "id") + " from " + sheet.cell(at, "valid_from");
            part.rows.push_back({"row " + name, name, sheet.cell(at, "label"),
                                 sheet.cells(at, {"id", "valid_from"})});
        }
    }
    return part;
}

PackagePart streams(const Sheet& sheet) {
    PackagePart part{"streams", "Streams of money", {sheet.heading_row()}};
    for (std::size_t at = 1; at < sheet.rows(); ++at) {
        if (!sheet.is_blank(at)) {
            const std::string id = sheet.cell(at, "id");
            part.rows.push_back({"row " + id, id, sheet.cell(at, "name"), sheet.cells(at, {"id"})});
        }
    }
    return part;
}

// What the first row of a question says of the question itself is a row apart from its answers, so
// that another order of the answers does not change it.
PackagePart questions(const Sheet& sheet) {
    const std::vector<std::string_view> of_answer = {"question", "answer", "answer_text",
                                                     "easy_answer", "lowest"};
    PackagePart part{"questions", "Questions", {sheet.heading_row()}};
    std::string before;
    for (std::size_t at = 1; at < sheet.rows(); ++at) {
        if (sheet.is_blank(at)) {
            continue;
        }
        const std::string id = sheet.cell(at, "question");
        const std::string answer = sheet.cell(at, "answer");
        const bool first = part.rows.size() == 1 || id != before;
        before = id;
        if (first) {
            part.rows.push_back(
                {"question " + id, id, sheet.cell(at, "text"), sheet.cells(at, of_answer)});
        }
        Cells cells = first ? Cells() : sheet.cells(at, {"question", "answer"});
        if (first) {
            for (const std::string_view column : {"answer_text", "easy_answer", "lowest"}) {
                if (std::string text = sheet.cell(at, column); !text.empty()) {
                    cells.push_back({std::string(column), std::string(column), std::move(text)});
                }
            }
        }
        if (!answer.empty() || !cells.empty() || !first) {
            part.rows.push_back({"answer " + id + "\n" + answer, id + ", answer " + answer,
                                 sheet.cell(at, "answer_text"), std::move(cells)});
        }
    }
    return part;
}

// The day of a case stands in each of its rows; it is told once.
PackagePart cases(const Sheet& sheet) {
    PackagePart part{"cases", "Golden cases", {sheet.heading_row()}};
    std::map<std::string, std::string> days;
    for (std::size_t at = 1; at < sheet.rows(); ++at) {
        if (sheet.is_blank(at)) {
            continue;
        }
        const std::string name = sheet.cell(at, "case");
        const std::string on = sheet.cell(at, "on");
        const auto [day, is_new] = days.emplace(name, on);
        if (is_new) {
            part.rows.push_back({"case " + name, name, "", {{"on", "on", on}}});
        }
        const std::string said = sheet.cell(at, "what") + " " + sheet.cell(at, "name");
        part.rows.push_back({"row " + name + "\n" + said, name + ", " + said, "",
                             day->second == on ? sheet.cells(at, {"case", "on", "what", "name"})
                                               : sheet.cells(at, {"case", "what", "name"})});
    }
    return part;
}

template <typename Named>
void number_twins(std::vector<Named>& all, std::string Named::*name) {
    std::map<std::string, std::size_t> seen;
    for (Named& each : all) {
        const std::size_t number = ++seen[each.key];
        if (number > 1) {
            const std::string end = " (" + std::to_string(number) + ")";
            each.key += '\n' + end;
            each.*name += end;
        }
    }
}

}  // namespace

void tell_apart(std::vector<PackagePart>& parts) {
    number_twins(parts, &PackagePart::title);
    for (PackagePart& part : parts) {
        number_twins(part.rows, &PartRow::name);
        for (PartRow& row : part.rows) {
            number_twins(row.cells, &PartCell::column);
        }
    }
}

std::optional<std::vector<PackagePart>> parts_of_csv(const std::string& file,
                                                     std::string_view bytes) {
    constexpr std::pair<std::string_view, PackagePart (*)(const Sheet&)> cutters[] = {
        {"parameters.csv", figures},
        {"streams.csv", streams},
        {"questionnaire.csv", questions},
        {"cases.csv", cases}};
    for (const auto& [name, cut] : cutters) {
        if (name != file) {
            continue;
        }
        Result<std::vector<base::CsvRow>> rows = base::parse_csv_rows(bytes);
        if (!rows || rows->empty()) {
            return std::nullopt;
        }
        std::vector<PackagePart> parts = {cut(Sheet(std::move(*rows)))};
        tell_apart(parts);
        return parts;
    }
    return std::nullopt;
}

}  // namespace policy
