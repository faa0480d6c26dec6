#pragma once
// The DMN files of an overlay laid over those of its base (overlay.h): whole decisions, inputs,
// functions, types and sources, each known by its id (by its name where it has none). One the base
// has is replaced where it stands, a new one is put behind its like, all else stays as it is.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace policy {

// Gives the elements of a DMN file that can be laid over, by key: what each says, for comparing.
// Refuses: the codes of xml.
Result<std::map<std::string, std::string>> elements_of(const std::string& file,
                                                       std::string_view bytes);

// Gives the keys of an overlay's elements in its order. Refuses: overlay.unit_twice,
// overlay.unnamed (an element without id and name), and the codes of xml.
Result<std::vector<std::string>> element_keys(const std::string& file, std::string_view bytes);

// Gives the base's file with the overlay's elements, and without those of `removed`. Refuses:
// overlay.other_dmn (the two are of different versions of DMN), overlay.unit_twice,
// overlay.unnamed, overlay.nothing_to_remove, and the codes of xml.
Result<std::string> lay_elements_over(const std::string& file, std::string_view base,
                                      std::string_view overlay,
                                      const std::vector<std::string>& removed);

}  // namespace policy
