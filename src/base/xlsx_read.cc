#include <zip.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <memory>

#include "base/date.h"
#include "base/decimal.h"
#include "base/text.h"
#include "base/xlsx.h"
#include "base/xml.h"

namespace base {

namespace {

constexpr std::size_t columns_max = 16'384;  // of the format
constexpr std::size_t rows_max = 1'048'576;

Error too_large() {
    return {"xlsx.too_large", "The workbook is too large. Take out what is not needed."};
}

Error broken(const std::string& part, const std::string& what) {
    return {"xlsx.broken", "The workbook is broken: " + what + " Save it anew and try again.",
            part};
}

// The parts of a workbook by name, unpacked only within the caps.
class Package {
public:
    static Result<Package> open(std::string_view bytes, const XlsxCaps& caps) {
        const Error none{"xlsx.not_a_workbook",
                         "This is not a workbook of a spreadsheet program (.xlsx)."};
        if (bytes.size() > caps.file_bytes) {
            return too_large();
        }
        zip_error_t error = {};
        zip_source_t* const source =
            zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
        zip_t* const archive =
            source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
        if (archive == nullptr) {
            zip_source_free(source);
            return none;
        }
        Package package(archive, caps);
        if (zip_get_num_entries(archive, 0) > static_cast<zip_int64_t>(caps.parts)) {
            return too_large();
        }
        if (zip_name_locate(archive, "xl/workbook.xml", 0) < 0) {
            return none;
        }
        return package;
    }

    bool has(const std::string& part) const {
        return zip_name_locate(archive_.get(), part.c_str(), 0) >= 0;
    }

    // Reads a part. Refuses: xlsx.too_large, xlsx.broken.
    Result<XmlDocument> read(const std::string& part) {
        zip_stat_t facts = {};
        if (zip_stat(archive_.get(), part.c_str(), 0, &facts) != 0 ||
            (facts.valid & ZIP_STAT_SIZE) == 0) {
            return broken(part, "a part is missing.");
        }
        if (facts.size > caps_.part_bytes || facts.size > caps_.all_bytes - unpacked_) {
            return too_large();
        }
        zip_file_t* const file = zip_fopen(archive_.get(), part.c_str(), 0);
        if (file == nullptr) {
            return broken(part, "a part cannot be opened.");
        }
        // What a part says of its size is not believed: no more than that is unpacked.
        std::string bytes(facts.size, '\0');
        const zip_int64_t got = zip_fread(file, bytes.data(), bytes.size());
        char more = 0;
        const bool is_whole =
            got == static_cast<zip_int64_t>(bytes.size()) && zip_fread(file, &more, 1) == 0;
        zip_fclose(file);
        unpacked_ += bytes.size();
        if (!is_whole) {
            return broken(part, "a part cannot be unpacked.");
        }
        Result<XmlDocument> document = XmlDocument::parse(bytes);
        if (!document) {
            return broken(part, document.error().message);
        }
        return document;
    }

private:
    struct Close {
        void operator()(zip_t* archive) const { zip_discard(archive); }
    };
    Package(zip_t* archive, const XlsxCaps& caps) : archive_(archive), caps_(caps) {}

    std::unique_ptr<zip_t, Close> archive_;
    XlsxCaps caps_;
    std::size_t unpacked_ = 0;
};

// How the numbers of a cell format are shown.
struct Shown {
    enum class As { general, decimals, date, other };
    As as = As::general;
    int decimals = 0;
};

Shown shown_by(std::string_view code) {
    if (lower(code) == "general" || code == "@") {
        return {};
    }
    const std::size_t point = code.find('.');
    const std::string_view whole = code.substr(0, point);
    const std::string_view part = point == std::string_view::npos ? "" : code.substr(point + 1);
    const bool has_places = part.find_first_not_of('0') == std::string_view::npos;
    if ((whole == "0" || whole == "#,##0") && has_places) {
        return {Shown::As::decimals, static_cast<int>(part.size())};
    }
    std::string letters;
    for (const char c : lower(code.substr(0, code.find(';')))) {
        if (c >= 'a' && c <= 'z' && !letters.ends_with(c)) {
            letters += c;
        }
    }
    const bool is_date = letters == "ymd" || letters == "dmy" || letters == "mdy";
    return {is_date ? Shown::As::date : Shown::As::other};
}

// The formats every spreadsheet program knows by number.
Shown built_in(int id) {
    static const std::map<int, std::string_view> codes = {
        {0, "General"},  {1, "0"},         {2, "0.00"},      {3, "#,##0"},
        {4, "#,##0.00"}, {14, "mm-dd-yy"}, {15, "d-mmm-yy"}, {49, "@"}};
    const auto found = codes.find(id);
    return found == codes.end() ? Shown{Shown::As::other} : shown_by(found->second);
}

int number_of(const std::optional<std::string>& text, int otherwise) {
    int number = otherwise;
    if (text) {
        std::from_chars(text->data(), text->data() + text->size(), number);
    }
    return number;
}

Result<std::vector<Shown>> read_formats(Package& package) {
    std::vector<Shown> formats;
    if (!package.has("xl/styles.xml")) {
        return formats;
    }
    TRY(const XmlDocument document, package.read("xl/styles.xml"));
    std::map<int, std::string> codes;
    if (const auto own = document.root().child("numFmts")) {
        for (const XmlElement& each : own->children("numFmt")) {
            codes[number_of(each.attribute("numFmtId"), -1)] =
                each.attribute("formatCode").value_or("");
        }
    }
    if (const auto cells = document.root().child("cellXfs")) {
        for (const XmlElement& each : cells->children("xf")) {
            const int id = number_of(each.attribute("numFmtId"), 0);
            const auto own = codes.find(id);
            formats.push_back(own == codes.end() ? built_in(id) : shown_by(own->second));
        }
    }
    return formats;
}

// The text of a shared or inline string: of its runs, without how they are spoken.
std::string string_text(const XmlElement& element) {
    std::string text;
    for (const XmlElement& each : element.children()) {
        if (each.name() == "t") {
            text += each.text();
        } else if (each.name() == "r") {
            text += each.child("t") ? each.child("t")->text() : "";
        }
    }
    return text;
}

Result<std::vector<std::string>> read_strings(Package& package) {
    std::vector<std::string> strings;
    if (package.has("xl/sharedStrings.xml")) {
        TRY(const XmlDocument document, package.read("xl/sharedStrings.xml"));
        for (const XmlElement& each : document.root().children("si")) {
            strings.push_back(string_text(each));
        }
    }
    return strings;
}

// A spreadsheet's numbers are binary fractions and shown with 15 digits: 0.1 may be written as
// 0.10000000000000001. Gives what is shown; nothing for what no decimal of ours holds.
std::optional<Decimal> with_digits_shown(const Decimal& number) {
    constexpr int digits_shown = 15;
    const std::string text = number.absolute().to_text();
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::size_t first = text.find_first_not_of("0.");
    if (first == std::string::npos) {
        return Decimal(0);
    }
    const int before_first =
        first < point ? static_cast<int>(point) : -static_cast<int>(first - point - 1);
    const std::optional<Decimal> rounded =
        number.rounded(digits_shown - before_first, Rounding::half_up);
    return rounded ? std::optional<Decimal>(rounded->normalised()) : std::nullopt;
}

// "C12" as a row and a column counting from 0.
struct Position {
    std::size_t row = 0;
    std::size_t column = 0;
};

std::optional<Position> position_of(const std::string& name) {
    Position at;
    std::size_t read = 0;
    while (read < name.size() && read < 3 && name[read] >= 'A' && name[read] <= 'Z') {
        at.column = at.column * 26 + static_cast<std::size_t>(name[read] - 'A') + 1;
        ++read;
    }
    std::size_t row = 0;
    const auto [end, error] = std::from_chars(name.data() + read, name.data() + name.size(), row);
    const bool is_whole = error == std::errc() && end == name.data() + name.size();
    if (read == 0 || !is_whole || row == 0 || row > rows_max || at.column > columns_max) {
        return std::nullopt;
    }
    return Position{row - 1, at.column - 1};
}

class SheetReader {
public:
    // `room` is how many cells may still be kept, empty ones before others too.
    SheetReader(std::string name, const std::vector<std::string>& strings,
                const std::vector<Shown>& formats, bool counts_from_1904, std::size_t& room)
        : strings_(strings), formats_(formats), counts_from_1904_(counts_from_1904), room_(room) {
        sheet_.name = std::move(name);
    }

    // Reads all cells. Refuses: xlsx.cell, xlsx.too_large.
    Result<Sheet> read(const XmlElement& root) {
        const auto data = root.child("sheetData");
        if (!data) {
            return std::move(sheet_);
        }
        for (const XmlElement& row : data->children("row")) {
            for (const XmlElement& cell : row.children("c")) {
                TRY_DONE(read_cell(cell));
            }
        }
        return std::move(sheet_);
    }

private:
    Error fault(const std::string& cell, const std::string& message) const {
        return {"xlsx.cell", message, sheet_.name + ", cell " + cell};
    }

    Outcome read_cell(const XmlElement& cell) {
        const std::string name = cell.attribute("r").value_or("");
        const std::optional<Position> at = position_of(name);
        if (!at) {
            return fault(name, "A cell says no place.");
        }
        if (cell.child("f")) {
            return fault(name, "This cell is a formula. Copy it and paste its value in its place.");
        }
        TRY(std::string text, text_of(cell, name));
        if (text.empty()) {
            return Done{};
        }
        TRY_DONE(make_room(*at));
        sheet_.rows[at->row][at->column] = std::move(text);
        return Done{};
    }

    // One cell far out would make millions of empty ones.
    Outcome make_room(Position at) {
        if (sheet_.rows.size() <= at.row) {
            TRY_DONE(take(at.row + 1 - sheet_.rows.size()));
            sheet_.rows.resize(at.row + 1);
        }
        auto& row = sheet_.rows[at.row];
        if (row.size() <= at.column) {
            TRY_DONE(take(at.column + 1 - row.size()));
            row.resize(at.column + 1);
        }
        return Done{};
    }

    Outcome take(std::size_t cells) {
        if (cells > room_) {
            return too_large();
        }
        room_ -= cells;
        return Done{};
    }

    Result<std::string> text_of(const XmlElement& cell, const std::string& name) const {
        const std::string kind = cell.attribute("t").value_or("n");
        const std::string value = cell.child("v") ? cell.child("v")->text() : "";
        if (kind == "inlineStr") {
            return cell.child("is") ? string_text(*cell.child("is")) : std::string();
        }
        if (kind == "s") {
            const int index = number_of(value, -1);
            if (index < 0 || static_cast<std::size_t>(index) >= strings_.size()) {
                return fault(name, "The text of this cell is missing.");
            }
            return strings_[static_cast<std::size_t>(index)];
        }
        if (kind == "b") {
            return std::string(value == "1" ? "true" : "false");
        }
        if (kind == "n") {
            return value.empty() ? Result<std::string>(std::string())
                                 : number_text(value, shown(cell), name);
        }
        return fault(name, kind == "e" ? "This cell holds an error (" + value + ")."
                                       : "This cell is of a kind that is not read.");
    }

    Shown shown(const XmlElement& cell) const {
        const int style = number_of(cell.attribute("s"), 0);
        return style >= 0 && static_cast<std::size_t>(style) < formats_.size()
                   ? formats_[static_cast<std::size_t>(style)]
                   : Shown{};
    }

    Result<std::string> number_text(const std::string& value, Shown shown,
                                    const std::string& name) const {
        const std::optional<Decimal> written = Decimal::parse(value);
        const std::optional<Decimal> number =
            written && written->is_finite() ? with_digits_shown(*written) : std::nullopt;
        if (!number) {
            return fault(name, "This cell holds no number that can be read.");
        }
        switch (shown.as) {
            case Shown::As::date:
                return date_text(*number, name);
            case Shown::As::other:
                return fault(name,
                             "This number is shown in a way that is not read (a percentage, a "
                             "time, a currency). Show it as a plain number.");
            case Shown::As::general:
            case Shown::As::decimals:
                break;
        }
        // The decimals that are shown, or all there are: what is hidden is not cut off.
        std::string text = number->to_text();
        const std::size_t point = text.find('.');
        const std::size_t has = point == std::string::npos ? 0 : text.size() - point - 1;
        const auto wants = static_cast<std::size_t>(shown.decimals);
        if (wants > has) {
            text += (has == 0 ? "." : "") + std::string(wants - has, '0');
        }
        return text;
    }

    Result<std::string> date_text(const Decimal& number, const std::string& name) const {
        const std::optional<std::int64_t> day = number.to_int64();
        // Day 60 is a 29 February 1900 that never was; before it days are counted otherwise.
        if (!day || *day < (counts_from_1904_ ? 0 : 61) || *day > 2'958'465) {
            return fault(name, "This cell holds no day that can be read.");
        }
        const std::int64_t epoch = counts_from_1904_ ? 24'107 : 25'569;  // to 1970-01-01
        return Date::from_days(*day - epoch).to_text();
    }

    Sheet sheet_;
    const std::vector<std::string>& strings_;
    const std::vector<Shown>& formats_;
    bool counts_from_1904_;
    std::size_t& room_;
};

// The parts of the sheets by their relationship.
Result<std::map<std::string, std::string>> read_relationships(Package& package) {
    TRY(const XmlDocument document, package.read("xl/_rels/workbook.xml.rels"));
    std::map<std::string, std::string> targets;
    for (const XmlElement& each : document.root().children("Relationship")) {
        const std::string target = each.attribute("Target").value_or("");
        targets[each.attribute("Id").value_or("")] =
            target.starts_with('/') ? target.substr(1) : "xl/" + target;
    }
    return targets;
}

}  // namespace

Result<Workbook> read_xlsx(std::string_view bytes, const XlsxCaps& caps) {
    TRY(Package package, Package::open(bytes, caps));
    TRY(const XmlDocument document, package.read("xl/workbook.xml"));
    TRY(const auto targets, read_relationships(package));
    TRY(const std::vector<std::string> strings, read_strings(package));
    TRY(const std::vector<Shown> formats, read_formats(package));
    const auto properties = document.root().child("workbookPr");
    const std::string from_1904 =
        properties ? properties->attribute("date1904").value_or("0") : std::string("0");
    const auto sheets = document.root().child("sheets");
    if (!sheets) {
        return broken("xl/workbook.xml", "it has no sheets.");
    }
    Workbook workbook;
    std::size_t room = caps.cells;
    for (const XmlElement& each : sheets->children("sheet")) {
        const std::string name = each.attribute("name").value_or("");
        const auto target = targets.find(each.attribute("id").value_or(""));
        if (target == targets.end()) {
            return broken("xl/workbook.xml", "the sheet \"" + name + "\" is missing.");
        }
        TRY(const XmlDocument part, package.read(target->second));
        SheetReader reader(name, strings, formats, from_1904 == "1" || from_1904 == "true", room);
        TRY(Sheet sheet, reader.read(part.root()));
        workbook.push_back(std::move(sheet));
    }
    return workbook;
}

}  // namespace base
