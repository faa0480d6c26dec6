#include "people/person_name.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace people {

namespace {

struct Stretch {
    std::uint32_t from;
    std::uint32_t to;
};

// Takes one code point off the front of well-formed UTF-8.
std::uint32_t take(std::string_view& text) {
    const auto byte = [&](std::size_t at) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at]));
    };
    const std::uint32_t first = byte(0);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    std::uint32_t point = length == 1 ? first : first & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length && k < text.size(); ++k) {
        point = (point << 6) | (byte(k) & 0x3FU);
    }
    text.remove_prefix(std::min(length, text.size()));
    return point;
}

template <std::size_t size>
bool is_in(const Stretch (&stretches)[size], std::uint32_t point) {
    return std::any_of(std::begin(stretches), std::end(stretches), [point](const Stretch& each) {
        return each.from <= point && point <= each.to;
    });
}

// Takes up no room and joins nothing: no writing of any language needs it in a name. (The joiner
// and the non-joiner, U+200C and U+200D, belong to names of several scripts and may stand.)
bool is_hidden(std::uint32_t point) {
    constexpr Stretch hidden[] = {{0x00AD, 0x00AD}, {0x034F, 0x034F}, {0x115F, 0x1160},
                                  {0x17B4, 0x17B5}, {0x180E, 0x180E}, {0x200B, 0x200B},
                                  {0x2060, 0x2064}, {0x206A, 0x206F}, {0x3164, 0x3164},
                                  {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFD}, {0xE0000, 0xE007F}};
    return is_in(hidden, point);
}

// Marks, signs and numbers of which no name can be made alone: accents and vowel signs stand on
// another letter.
bool is_no_letter(std::uint32_t point) {
    constexpr Stretch others[] = {
        {0x0000, 0x0040},  // space, digits, marks of ASCII
        {0x005B, 0x0060},   {0x007B, 0x00A9}, {0x00AB, 0x00B4}, {0x00B6, 0x00B9},
        {0x00BB, 0x00BF},   {0x00D7, 0x00D7}, {0x00F7, 0x00F7},  // marks of Latin-1
        {0x02B9, 0x02DF},   {0x02E5, 0x036F},                    // raised marks, accents
        {0x0483, 0x0489},   {0x0591, 0x05C7}, {0x0600, 0x061F}, {0x064B, 0x065F},
        {0x0670, 0x0670},   {0x06D6, 0x06ED},  // points and vowel signs
        {0x0711, 0x0711},   {0x0730, 0x074A}, {0x07A6, 0x07B0}, {0x07EB, 0x07F3},
        {0x0816, 0x082D},   {0x0859, 0x085B}, {0x08D3, 0x0903}, {0x093A, 0x093C},
        {0x093E, 0x094F},   {0x0951, 0x0957}, {0x0962, 0x096F}, {0x0981, 0x0983},
        {0x09BC, 0x09BC},   {0x09BE, 0x09CD}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A},
        {0x0E47, 0x0E4E},   {0x0EB1, 0x0EB1}, {0x0EB4, 0x0EBC}, {0x0EC8, 0x0ECD},
        {0x135D, 0x135F},   {0x180B, 0x180D}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
        {0x2000, 0x2BFF},  // spaces, dashes, quotation, arrows, signs, shapes
        {0x2CEF, 0x2CF1},   {0x2DE0, 0x2DFF}, {0x2E00, 0x2E7F}, {0x3000, 0x3004},
        {0x3008, 0x3030},   {0x3099, 0x309A}, {0xA66F, 0xA67F}, {0xA69E, 0xA69F},
        {0xA8E0, 0xA8F1},   {0xE000, 0xF8FF},                                        // private use
        {0xFB1E, 0xFB1E},   {0xFE00, 0xFE6F}, {0xFF01, 0xFF20}, {0x1F000, 0x1FAFF},  // pictures
        {0xE0100, 0x10FFFF}};
    return is_in(others, point);
}

}  // namespace

bool shows_a_letter(std::string_view name) {
    while (!name.empty()) {
        const std::uint32_t point = take(name);
        if (!is_hidden(point) && !is_no_letter(point)) {
            return true;
        }
    }
    return false;
}

Outcome check_name(std::string_view name) {
    if (!name.empty() && !shows_a_letter(name)) {
        return Error{"people.name_unseen",
                     "This name has no letter that can be seen. Type the name with its letters."};
    }
    while (!name.empty()) {
        if (is_hidden(take(name))) {
            return Error{"people.name_unseen",
                         "This name has a hidden character in it. Please type it again instead of "
                         "pasting it."};
        }
    }
    return Done{};
}

}  // namespace people
