#pragma once
// An overlay is what one council changes of a national package: a folder that names its base in
// overlay.csv and holds only its own figures, questions, streams, cases, decisions and tables, with
// a README of its own. Laid over the base it is a package like any other. It can write down what of
// the base lies under it, so that it is told when the base moves on beneath. docs/formats/
// policy-package.md says how to write one.

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "policy/package.h"

namespace policy {

inline constexpr std::string_view overlay_file = "overlay.csv";

// One thing of the base: a file, and in it the key of a figure, question, case, decision; an empty
// key is the whole file.
struct BasePart {
    std::string file;
    std::string key;

    friend auto operator<=>(const BasePart&, const BasePart&) = default;
};

struct Overlay {
    struct Removal {
        BasePart part;
        std::string note;
        std::size_t line = 0;
    };

    PackageId base;
    // The base it was made for, by its fingerprint, and the digest of each part of it that lay
    // under the overlay ("none" for what the base did not have). Both may be left out.
    std::string made_for;
    std::map<BasePart, std::string> under;
    std::vector<Removal> removals;
    Files files;  // its own, without overlay.csv
};

// Whether the files of a folder are an overlay.
bool is_overlay(const Files& files);

// Reads an overlay. Refuses, with the line: overlay.bad_row, policy.no_readme, the codes of csv.
Result<Overlay> read_overlay(const Files& files);

// Gives the whole package: the base with the overlay laid over it. Refuses, with file and line:
// overlay.columns, overlay.unit_twice, overlay.unnamed, overlay.other_dmn,
// overlay.nothing_to_remove, and the codes of with_sheets, csv and xml.
Result<Files> lay_over(const Overlay& overlay, const Files& base);

// Something about the base that whoever keeps the overlay should look at.
struct BaseNotice {
    BasePart part;  // without a file: the base as a whole
    std::string message;

    friend bool operator==(const BaseNotice&, const BaseNotice&) = default;
};

// Says what of the base has changed under the overlay since it was marked; nothing when it was made
// for this very base. Refuses as lay_over does.
Result<std::vector<BaseNotice>> base_notices(const Overlay& overlay, const Files& base);

// Gives the bytes of overlay.csv that name this base and what of it lies under the overlay.
// Refuses as lay_over does.
Result<std::string> mark_overlay(const Overlay& overlay, const Files& base);

}  // namespace policy
