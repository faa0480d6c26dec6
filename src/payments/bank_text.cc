#include "payments/bank_text.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace payments {

namespace {

using Fold = std::pair<std::u32string_view, std::string_view>;

// Letters and marks that have a plain neighbour; Welsh, Gaelic and the names of western Europe.
constexpr auto folds = std::to_array<Fold>({
    {U"ÀÁÂÃÄÅĀĂĄ", "A"},  {U"àáâãäåāăą", "a"},  {U"Æ", "AE"},
    {U"æ", "ae"},         {U"ÇĆĈĊČ", "C"},      {U"çćĉċč", "c"},
    {U"ĎĐÐ", "D"},        {U"ďđð", "d"},        {U"ÈÉÊËĒĔĖĘĚẼ", "E"},
    {U"èéêëēĕėęěẽ", "e"}, {U"ĜĞĠĢ", "G"},       {U"ĝğġģ", "g"},
    {U"ĤĦ", "H"},         {U"ĥħ", "h"},         {U"ÌÍÎÏĨĪĬĮİ", "I"},
    {U"ìíîïĩīĭįı", "i"},  {U"Ĵ", "J"},          {U"ĵ", "j"},
    {U"Ķ", "K"},          {U"ķ", "k"},          {U"ĹĻĽŁ", "L"},
    {U"ĺļľł", "l"},       {U"ÑŃŅŇ", "N"},       {U"ñńņň", "n"},
    {U"ÒÓÔÕÖØŌŎŐ", "O"},  {U"òóôõöøōŏő", "o"},  {U"Œ", "OE"},
    {U"œ", "oe"},         {U"ŔŖŘ", "R"},        {U"ŕŗř", "r"},
    {U"ŚŜŞŠȘ", "S"},      {U"śŝşšș", "s"},      {U"ß", "ss"},
    {U"ŢŤȚ", "T"},        {U"ţťț", "t"},        {U"Þ", "TH"},
    {U"þ", "th"},         {U"ÙÚÛÜŨŪŬŮŰŲ", "U"}, {U"ùúûüũūŭůűų", "u"},
    {U"ŴẀẂẄ", "W"},       {U"ŵẁẃẅ", "w"},       {U"ÝŶŸỲ", "Y"},
    {U"ýŷÿỳ", "y"},       {U"ŹŻŽ", "Z"},        {U"źżž", "z"},
    {U"‘’‚`´", "'"},      {U"“”„\"", "'"},      {U"‐‑‒–—_~", "-"},
    {U"&", "+"},          {U"@", "(at)"},       {U"\t\n\r\u00a0", " "},
    {U"…", "..."},        {U"[{<", "("},        {U"]}>", ")"},
    {U";", ","},          {U"\\|", "/"},        {U"=", "-"},
    {U"£", "GBP "},       {U"€", "EUR "},       {U"№", "No."},
    {U"º°", "o"},         {U"ª", "a"},          {U"×", "x"},
    {U"½", "1/2"},        {U"¼", "1/4"},        {U"¾", "3/4"},
    {U"·•", "."},         {U"!", "."},
});

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool in_set(char c) {
    return is_letter_or_digit(c) ||
           std::string_view("/-?:().,'+ ").find(c) != std::string_view::npos;
}

// Takes the next code point of UTF-8; a broken byte counts as one that has no place.
char32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at++]);
    if (lead < 0x80) {
        return lead;
    }
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
    char32_t point = lead & (0x3FU >> more);
    for (int i = 0;
         i < more && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
         ++i) {
        point = (point << 6) | (static_cast<unsigned char>(text[at++]) & 0x3FU);
    }
    return more == 0 ? 0xFFFD : point;
}

std::string_view folded(char32_t point) {
    if (point >= 0x300 && point <= 0x36F) {
        return "";  // an accent written as a mark of its own
    }
    for (const auto& [from, to] : folds) {
        if (from.find(point) != std::u32string_view::npos) {
            return to;
        }
    }
    return ".";
}

}  // namespace

std::string bank_text(std::string_view text, std::size_t length_max) {
    std::string out;
    std::size_t at = 0;
    while (at < text.size()) {
        const char32_t point = next_code_point(text, at);
        if (point < 0x80 && in_set(static_cast<char>(point))) {
            out += static_cast<char>(point);
        } else {
            out += folded(point);
        }
    }
    out = out.substr(0, length_max);
    const std::size_t first = out.find_first_not_of(' ');
    if (first == std::string::npos) {
        return "";
    }
    return out.substr(first, out.find_last_not_of(' ') - first + 1);
}

bool is_bank_text(std::string_view text) {
    for (const char c : text) {
        if (!in_set(c)) {
            return false;
        }
    }
    return true;
}

}  // namespace payments
