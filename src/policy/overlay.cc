#include "policy/overlay.h"

#include <algorithm>

#include "base/csv.h"
#include "base/digest.h"
#include "base/sheet_csv.h"
#include "base/text.h"
#include "policy/overlay_dmn.h"
#include "policy/overlay_rows.h"
#include "policy/package_file.h"
#include "policy/package_sheets.h"
#include "policy/read_files.h"

namespace policy {

namespace {

const std::string readme_file = "README.md";
const std::string not_there = "none";

bool is_dmn(std::string_view file) {
    return file.ends_with(".dmn");
}

// A decision table as write-sheets writes it.
bool is_table_sheet(const std::string& file, std::string_view bytes) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(byte_order_mark)) {
        bytes.remove_prefix(byte_order_mark.size());
    }
    return file.ends_with(".csv") && !has_units(file) && bytes.starts_with(table_sheet_mark);
}

std::string stem(const std::string& file) {
    return file.substr(0, file.rfind('.'));
}

Outcome read_row(const CellReader& cells, const base::CsvRow& row, Overlay& overlay) {
    TRY(const std::size_t what, cells.word(row, "what", {"base", "made_for", "under", "remove"}));
    const BasePart part{cells.text(row, "file"), cells.text(row, "key")};
    const std::string value = cells.text(row, "value");
    const auto bad = [&](std::string_view column, std::string message) {
        return cells.fault(row, column, std::move(message), "overlay.bad_row");
    };
    if (what <= 1) {
        std::string& into = what == 0 ? overlay.base : overlay.made_for;
        if (!into.empty() || value.empty() || !part.file.empty() || !part.key.empty()) {
            return bad("value", "Say this once, and only under value.");
        }
        if (what == 0 && !check_file_names(value, {})) {
            return bad("value", "\"" + value + "\" is no name of a package.");
        }
        into = value;
        return Done{};
    }
    if (part.file.empty()) {
        return bad("file", "Say in which file of the base.");
    }
    if (what == 2) {
        if (value.empty() || !overlay.under.emplace(part, value).second) {
            return bad("value", "Say the digest of each part once, or run mark-overlay.");
        }
        return Done{};
    }
    const bool twice = std::any_of(overlay.removals.begin(), overlay.removals.end(),
                                   [&](const auto& each) { return each.part == part; });
    if (twice || !value.empty()) {
        return bad("value", "Name what is taken out once, under file and key.");
    }
    if (!part.key.empty() && !has_units(part.file) && !is_dmn(part.file)) {
        return bad("key", "Of this file nothing can be taken out but the whole: leave it empty.");
    }
    overlay.removals.push_back({part, cells.text(row, "note"), row.line});
    return Done{};
}

std::vector<std::string> removed_from(const Overlay& overlay, const std::string& file) {
    std::vector<std::string> keys;
    for (const Overlay::Removal& each : overlay.removals) {
        if (each.part.file == file && !each.part.key.empty()) {
            keys.push_back(each.part.key);
        }
    }
    return keys;
}

// Gives the base without the files that are taken out whole.
Result<Files> kept_files(const Overlay& overlay, const Files& base) {
    Files kept = base;
    for (const Overlay::Removal& each : overlay.removals) {
        const bool is_there = kept.contains(each.part.file);
        if (!is_there) {
            return Error{"overlay.nothing_to_remove",
                         "The base has no file " + each.part.file + ".",
                         std::string(overlay_file) + " line " + std::to_string(each.line)};
        }
        if (each.part.key.empty()) {
            kept.erase(each.part.file);
        }
    }
    return kept;
}

Outcome lay_parts_over(const Overlay& overlay, Files& files) {
    for (auto& [file, bytes] : files) {
        const auto own = overlay.files.find(file);
        const std::string over = own == overlay.files.end() ? "" : own->second;
        const std::vector<std::string> removed = removed_from(overlay, file);
        if (over.empty() && removed.empty()) {
            continue;
        }
        if (has_units(file)) {
            TRY(bytes, lay_rows_over(file, bytes, over, removed));
        } else if (is_dmn(file)) {
            TRY(bytes, lay_elements_over(file, bytes, over, removed));
        } else {
            bytes = over;
        }
    }
    return Done{};
}

Result<base::Workbook> table_sheets(const Overlay& overlay) {
    base::Workbook workbook;
    for (const auto& [file, bytes] : overlay.files) {
        if (is_table_sheet(file, bytes)) {
            Result<base::Sheet> sheet = base::sheet_from_csv(stem(file), bytes);
            if (!sheet) {
                return base::at(file, sheet.error());
            }
            workbook.push_back(std::move(*sheet));
        }
    }
    return workbook;
}

// Names what of the base lies under the overlay, were it there or not.
Result<std::vector<BasePart>> parts_under(const Overlay& overlay, const Files& base) {
    std::vector<BasePart> parts;
    for (const auto& [file, bytes] : overlay.files) {
        std::vector<std::string> keys;
        if (file == readme_file) {
            continue;
        }
        if (has_units(file)) {
            TRY(keys, unit_keys(file, bytes));
        } else if (is_dmn(file) && base.contains(file)) {
            TRY(keys, element_keys(file, bytes));
        } else {
            keys = {""};
        }
        for (std::string& key : keys) {
            parts.push_back({file, std::move(key)});
        }
    }
    for (const Overlay::Removal& each : overlay.removals) {
        parts.push_back(each.part);
    }
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    return parts;
}

// What the base says in a part, as a digest; each file is read once.
class BaseDigests {
public:
    BaseDigests(const Overlay& overlay, const Files& base) : overlay_(overlay), base_(base) {}

    Result<std::string> of(const BasePart& part) {
        const auto own = overlay_.files.find(part.file);
        if (own != overlay_.files.end() && is_table_sheet(part.file, own->second)) {
            return of_table(part.file, own->second);
        }
        const auto file = base_.find(part.file);
        if (file == base_.end()) {
            return not_there;
        }
        if (part.key.empty()) {
            return base::digest(file->second);
        }
        if (!read_.contains(part.file)) {
            TRY(read_[part.file], has_units(part.file) ? units_of(part.file, file->second)
                                                       : elements_of(part.file, file->second));
        }
        const auto& said = read_[part.file];
        const auto found = said.find(part.key);
        return found == said.end() ? not_there : base::digest(found->second);
    }

private:
    Result<std::string> of_table(const std::string& file, const std::string& bytes) {
        TRY(const base::Sheet own, base::sheet_from_csv(stem(file), bytes));
        if (!sheets_) {
            TRY(sheets_, sheets_of(base_));
        }
        for (const base::Sheet& sheet : *sheets_) {
            if (!sheet.rows.empty() && !own.rows.empty() && sheet.rows[0] == own.rows[0]) {
                return base::digest(base::sheet_to_csv({"", sheet.rows}));
            }
        }
        return not_there;
    }

    const Overlay& overlay_;
    const Files& base_;
    std::map<std::string, std::map<std::string, std::string>> read_;
    std::optional<base::Workbook> sheets_;
};

// What is to be said of one part; nothing where it is as it was.
std::string words_for(const std::string& was, const std::string& is) {
    if (was.empty()) {
        return "It is not written down what the base said here when the overlay was made.";
    }
    if (was == is) {
        return "";
    }
    if (was == not_there) {
        return "The base has this itself now, and the overlay hides it.";
    }
    if (is == not_there) {
        return "The base does not have this any more; the overlay still does.";
    }
    return "The base has changed here since the overlay was made, and the overlay hides it.";
}

}  // namespace

bool is_overlay(const Files& files) {
    return files.contains(std::string(overlay_file));
}

Result<Overlay> read_overlay(const Files& files) {
    const std::string name(overlay_file);
    const auto file = files.find(name);
    if (file == files.end()) {
        return Error{"overlay.bad_row", "There is no file that names the base.", name};
    }
    TRY(const base::CsvTable table,
        read_table(name, file->second, {"what", "file", "key", "value", "note"}));
    Overlay overlay;
    const CellReader cells(name, table);
    TRY_DONE(read_rows(name, table,
                       [&](const base::CsvRow& row) { return read_row(cells, row, overlay); }));
    if (overlay.base.empty()) {
        return Error{"overlay.bad_row", "No row names the base: base,,,england-2025,", name};
    }
    overlay.files = files;
    overlay.files.erase(name);
    if (!overlay.files.contains(readme_file)) {
        return Error{"policy.no_readme", "An overlay has a README of its own, with its own title.",
                     readme_file};
    }
    return overlay;
}

Result<Files> lay_over(const Overlay& overlay, const Files& base) {
    TRY(Files files, kept_files(overlay, base));
    TRY_DONE(lay_parts_over(overlay, files));
    for (const auto& [file, bytes] : overlay.files) {
        if (!is_table_sheet(file, bytes)) {
            files.emplace(file, bytes);
        }
    }
    TRY(const base::Workbook tables, table_sheets(overlay));
    // Without sheets the tables of the base need not be such as a sheet can be laid over.
    return tables.empty() ? Result<Files>(std::move(files)) : with_sheets(files, tables);
}

Result<std::vector<BaseNotice>> base_notices(const Overlay& overlay, const Files& base) {
    std::vector<BaseNotice> notices;
    if (overlay.made_for == fingerprint_of(base)) {
        return notices;
    }
    if (overlay.made_for.empty() && overlay.under.empty()) {
        notices.push_back({{},
                           "It is not written down for which " + overlay.base +
                               " the overlay was made. Look at the difference, then run "
                               "mark-overlay."});
        return notices;
    }
    TRY(const std::vector<BasePart> parts, parts_under(overlay, base));
    BaseDigests digests(overlay, base);
    for (const BasePart& part : parts) {
        TRY(const std::string is, digests.of(part));
        const auto was = overlay.under.find(part);
        std::string words = words_for(was == overlay.under.end() ? "" : was->second, is);
        if (!words.empty()) {
            notices.push_back({part, std::move(words)});
        }
    }
    notices.push_back(
        {{},
         overlay.base + " has moved on since the overlay was made for it, " +
             (notices.empty() ? "in nothing that lies under the overlay."
                              : "also in what lies under the overlay: look at each part named.") +
             " Then run mark-overlay."});
    return notices;
}

Result<std::string> mark_overlay(const Overlay& overlay, const Files& base) {
    // Marks of an overlay that cannot be laid over would be marks of nothing.
    TRY_DONE(lay_over(overlay, base));
    std::string bytes;
    const auto append = [&](const std::vector<std::string>& cells) {
        base::append_csv_row_as_is(bytes, cells);
    };
    append({"what", "file", "key", "value", "note"});
    append({"base", "", "", overlay.base, ""});
    append({"made_for", "", "", fingerprint_of(base), ""});
    for (const Overlay::Removal& each : overlay.removals) {
        append({"remove", each.part.file, each.part.key, "", each.note});
    }
    TRY(const std::vector<BasePart> parts, parts_under(overlay, base));
    BaseDigests digests(overlay, base);
    for (const BasePart& part : parts) {
        TRY(const std::string digest, digests.of(part));
        append({"under", part.file, part.key, digest, ""});
    }
    bytes.erase(std::remove(bytes.begin(), bytes.end(), '\r'), bytes.end());
    return bytes;
}

}  // namespace policy
