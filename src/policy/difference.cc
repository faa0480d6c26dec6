#include "policy/difference.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/digest.h"
#include "base/text.h"
#include "policy/package_parts.h"

namespace policy {

namespace {

constexpr std::size_t nowhere = SIZE_MAX;

// Gives for each place in `after` where its key stands in `before`.
template <typename Keyed>
std::vector<std::size_t> places_before(const std::vector<Keyed>& before,
                                       const std::vector<Keyed>& after) {
    std::map<std::string_view, std::size_t> places;
    for (std::size_t at = 0; at < before.size(); ++at) {
        places.emplace(before[at].key, at);
    }
    std::vector<std::size_t> found;
    for (const Keyed& each : after) {
        const auto place = places.find(each.key);
        found.push_back(place == places.end() ? nowhere : place->second);
    }
    return found;
}

// Gives the places in `after` of what stands in another order than before: as few as there can be,
// all that is in no longest run that kept its order.
std::set<std::size_t> moved(const std::vector<std::size_t>& places) {
    std::vector<std::size_t> ends;  // of the best run of each length, as a place in `after`
    std::vector<std::size_t> previous(places.size(), nowhere);
    std::set<std::size_t> out_of_order;
    for (std::size_t at = 0; at < places.size(); ++at) {
        if (places[at] == nowhere) {
            continue;
        }
        out_of_order.insert(at);
        const auto longer = std::lower_bound(
            ends.begin(), ends.end(), places[at],
            [&](std::size_t end, std::size_t place) { return places[end] < place; });
        previous[at] = longer == ends.begin() ? nowhere : *(longer - 1);
        if (longer == ends.end()) {
            ends.push_back(at);
        } else {
            *longer = at;
        }
    }
    for (std::size_t at = ends.empty() ? nowhere : ends.back(); at != nowhere; at = previous[at]) {
        out_of_order.erase(at);
    }
    return out_of_order;
}

// Walks two lists as one: what was removed stands where it stood, all else in the order after.
// Calls removed(before), added(after) and both(before, after, place before, place after, moved).
template <typename Keyed, typename Removed, typename Added, typename Both>
void side_by_side(const std::vector<Keyed>& before, const std::vector<Keyed>& after,
                  const Removed& removed, const Added& added, const Both& both) {
    const std::vector<std::size_t> places = places_before(before, after);
    const std::set<std::size_t> stay(places.begin(), places.end());
    std::size_t told = 0;
    const auto tell_removed = [&](std::size_t until) {
        for (; told < until; ++told) {
            if (!stay.contains(told)) {
                removed(before[told]);
            }
        }
    };
    const std::set<std::size_t> out_of_order = moved(places);
    for (std::size_t at = 0; at < after.size(); ++at) {
        if (places[at] == nowhere) {
            added(after[at]);
            continue;
        }
        tell_removed(std::max(told, places[at]));
        both(before[places[at]], after[at], places[at], at, out_of_order.contains(at));
    }
    tell_removed(before.size());
}

std::string place_of(const std::vector<PartRow>& rows, std::size_t at) {
    return at <= 1 ? "first" : "after " + rows[at - 1].name;  // row 0 is the part itself
}

std::string place_of(const std::vector<PackagePart>& parts, std::size_t at) {
    return at == 0 ? "first" : "after " + parts[at - 1].title;
}

// Says where something stood and stands; nothing when it moved together with what it stands behind,
// which is told by itself.
template <typename Keyed>
std::vector<CellChange> move_of(const std::vector<Keyed>& before, std::size_t was,
                                const std::vector<Keyed>& after, std::size_t is) {
    CellChange move{"place", place_of(before, was), place_of(after, is)};
    return move.before == move.after ? std::vector<CellChange>() : std::vector{std::move(move)};
}

// Collects what differs in one file.
class FileDifference {
public:
    explicit FileDifference(std::string file) : file_(std::move(file)) {}

    void compare(const std::vector<PackagePart>& before, const std::vector<PackagePart>& after) {
        side_by_side(
            before, after, [&](const PackagePart& part) { whole_part(ChangeKind::removed, part); },
            [&](const PackagePart& part) { whole_part(ChangeKind::added, part); },
            [&](const PackagePart& had, const PackagePart& has, std::size_t was, std::size_t is,
                bool is_moved) {
                const std::vector<CellChange> move =
                    is_moved ? move_of(before, was, after, is) : std::vector<CellChange>();
                if (!move.empty()) {
                    add({ChangeKind::changed, file_, has.title, "", "", move});
                }
                compare_rows(had, has);
            });
    }

    void whole(ChangeKind kind, const std::vector<PackagePart>& parts) {
        for (const PackagePart& part : parts) {
            whole_part(kind, part);
        }
    }

    void add(PackageChange change) { changes_.push_back(std::move(change)); }
    const std::string& file() const { return file_; }
    bool none() const { return changes_.empty(); }
    std::vector<PackageChange> take() { return std::move(changes_); }

private:
    void compare_rows(const PackagePart& before, const PackagePart& after) {
        side_by_side(
            before.rows, after.rows,
            [&](const PartRow& row) { whole_row(ChangeKind::removed, after.title, row); },
            [&](const PartRow& row) { whole_row(ChangeKind::added, after.title, row); },
            [&](const PartRow& had, const PartRow& has, std::size_t was, std::size_t is,
                bool is_moved) {
                std::vector<CellChange> cells = changed_cells(had, has);
                if (is_moved) {
                    const auto move = move_of(before.rows, was, after.rows, is);
                    cells.insert(cells.end(), move.begin(), move.end());
                }
                if (!cells.empty()) {
                    add({ChangeKind::changed, file_, after.title, has.name, has.words,
                         std::move(cells)});
                }
            });
    }

    static std::vector<CellChange> changed_cells(const PartRow& before, const PartRow& after) {
        std::vector<CellChange> cells;
        side_by_side(
            before.cells, after.cells,
            [&](const PartCell& cell) {
                cells.push_back({cell.column, cell.text, ""});
            },
            [&](const PartCell& cell) {
                cells.push_back({cell.column, "", cell.text});
            },
            [&](const PartCell& had, const PartCell& has, std::size_t, std::size_t, bool) {
                if (had.text != has.text) {
                    cells.push_back({has.column, had.text, has.text});
                }
            });
        return cells;
    }

    void whole_part(ChangeKind kind, const PackagePart& part) {
        for (const PartRow& row : part.rows) {
            whole_row(kind, part.title, row);
        }
    }

    void whole_row(ChangeKind kind, const std::string& part, const PartRow& row) {
        PackageChange change{kind, file_, part, row.name, row.words, {}};
        for (const PartCell& cell : row.cells) {
            change.cells.push_back(kind == ChangeKind::added
                                       ? CellChange{cell.column, "", cell.text}
                                       : CellChange{cell.column, cell.text, ""});
        }
        add(std::move(change));
    }

    std::string file_;
    std::vector<PackageChange> changes_;
};

std::optional<std::vector<PackagePart>> parts_of(const std::string& file, std::string_view bytes) {
    return file.ends_with(".dmn") ? parts_of_dmn(bytes) : parts_of_csv(file, bytes);
}

std::string size_words(std::string_view bytes) {
    return base::counted(bytes.size(), "byte") + ", digest " + base::digest(bytes).substr(0, 16);
}

// Text as a page may show it; what is no text is told by its size.
std::string readable(std::string_view bytes) {
    return base::is_utf8(bytes) && bytes.find('\0') == std::string_view::npos
               ? std::string(bytes)
               : "no text: " + size_words(bytes);
}

// The lines that differ, from the first to the last of them.
CellChange changed_lines(std::string_view before, std::string_view after) {
    std::vector<std::string> had = base::split_text(before, '\n');
    std::vector<std::string> has = base::split_text(after, '\n');
    std::size_t first = 0;
    while (first < had.size() && first < has.size() && had[first] == has[first]) {
        ++first;
    }
    std::size_t last = 0;
    while (last < had.size() - first && last < has.size() - first &&
           had[had.size() - 1 - last] == has[has.size() - 1 - last]) {
        ++last;
    }
    const auto middle = [&](const std::vector<std::string>& lines) {
        return readable(base::join_text({lines.begin() + static_cast<std::ptrdiff_t>(first),
                                         lines.end() - static_cast<std::ptrdiff_t>(last)},
                                        "\n"));
    };
    CellChange cell{"from line " + std::to_string(first + 1), middle(had), middle(has)};
    // Only line ends and spaces differ.
    if (base::trim(cell.before) == base::trim(cell.after)) {
        cell.before = "written in " + size_words(before);
        cell.after = "written in " + size_words(after);
    }
    return cell;
}

void compare_file(FileDifference& differs, const std::string& before, const std::string& after) {
    if (before == after) {
        return;
    }
    const auto had = parts_of(differs.file(), before);
    const auto has = parts_of(differs.file(), after);
    if (had && has) {
        differs.compare(*had, *has);
    }
    if (differs.none()) {
        const bool is_spelling = had && has;
        differs.add({ChangeKind::changed,
                     differs.file(),
                     is_spelling ? "Other text of " + differs.file() : "Text",
                     "",
                     is_spelling ? "It says the same, written in another way." : "",
                     {changed_lines(before, after)}});
    }
}

void whole_file(FileDifference& differs, ChangeKind kind, const std::string& bytes) {
    const auto parts = parts_of(differs.file(), bytes);
    const std::string text = parts ? size_words(bytes) : readable(bytes);
    differs.add({kind,
                 differs.file(),
                 "The whole file",
                 "",
                 "",
                 {kind == ChangeKind::added ? CellChange{"text", "", text}
                                            : CellChange{"text", text, ""}}});
    if (parts) {
        differs.whole(kind, *parts);
    }
}

}  // namespace

bool says_the_same(const std::string& file, const std::string& before, const std::string& after) {
    const auto had = parts_of(file, before);
    const auto has = parts_of(file, after);
    if (before == after || !had || !has) {
        return before == after;
    }
    FileDifference differs(file);
    differs.compare(*had, *has);
    return differs.none();
}

std::string_view to_text(ChangeKind kind) {
    switch (kind) {
        case ChangeKind::added:
            return "added";
        case ChangeKind::removed:
            return "removed";
        case ChangeKind::changed:
            return "changed";
    }
    return "";
}

std::vector<PackageChange> difference(const Files& before, const Files& after) {
    std::set<std::string> names;
    for (const Files* files : {&before, &after}) {
        for (const auto& [name, bytes] : *files) {
            names.insert(name);
        }
    }
    std::vector<PackageChange> all;
    for (const std::string& name : names) {
        const auto had = before.find(name);
        const auto has = after.find(name);
        FileDifference differs(name);
        if (had == before.end()) {
            whole_file(differs, ChangeKind::added, has->second);
        } else if (has == after.end()) {
            whole_file(differs, ChangeKind::removed, had->second);
        } else {
            compare_file(differs, had->second, has->second);
        }
        std::vector<PackageChange> changes = differs.take();
        std::move(changes.begin(), changes.end(), std::back_inserter(all));
    }
    return all;
}

}  // namespace policy
