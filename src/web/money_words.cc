#include "web/money_words.h"

#include "base/text.h"

namespace web {

namespace {

// The width of a part in thousandths of the bar.
std::int64_t thousandths(Money part, Money whole) {
    return whole.is_positive() ? part.in_pence() * 1000 / whole.in_pence() : 0;
}

void write_rect(Html& svg, std::string_view kind, std::int64_t from, std::int64_t width) {
    if (width > 0) {
        svg << "<rect class=\"op-bar__" << kind << "\" x=\"" << from << "\" y=\"0\" width=\""
            << width << "\" height=\"44\"/>";
    }
}

// Stripes: what is promised differs from what is spent by more than its colour.
void write_stripes(Html& svg, std::int64_t from, std::int64_t width) {
    if (width <= 12) {
        return;
    }
    std::string path;
    for (std::int64_t x = from + 12; x < from + width; x += 12) {
        path += "M" + std::to_string(x) + " 0V44";
    }
    svg << "<path class=\"op-bar__line\" d=\"" << path << "\"/>";
}

void write_key(Html& list, std::string_view kind, std::string_view word, Money amount) {
    list << "<li><span class=\"op-key__sample op-key__sample--" << kind << "\"></span>" << word
         << " " << amount.for_people() << "</li>";
}

}  // namespace

std::string purpose_words(std::string_view code) {
    std::string words(code);
    for (char& c : words) {
        c = c == '_' ? ' ' : c;
    }
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') {
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    }
    return words;
}

std::string purposes_words(std::string_view codes) {
    std::string words(codes);
    for (char& c : words) {
        c = c == '_' ? ' ' : c;
    }
    return words;
}

Html money_bar(const ledger::Standing& figures, std::string_view label) {
    const Money have = figures.have();
    const std::int64_t spent = thousandths(figures.spent, have);
    const std::int64_t promised = thousandths(figures.promised(), have);
    Html svg;
    svg << "<svg class=\"op-bar\" viewBox=\"0 0 1000 44\" preserveAspectRatio=\"none\" "
           "role=\"img\" aria-label=\""
        << label << ": spent " << figures.spent.for_people() << ", promised "
        << figures.promised().for_people() << ", left " << figures.left().for_people() << "\">";
    write_rect(svg, "spent", 0, spent);
    write_rect(svg, "promised", spent, promised);
    write_stripes(svg, spent, promised);
    write_rect(svg, "left", spent + promised, 1000 - spent - promised);
    svg << "</svg>";
    return svg;
}

Html money_key(const ledger::Standing& figures) {
    Html list;
    list << "<ul class=\"op-key\">";
    write_key(list, "spent", "Spent", figures.spent);
    write_key(list, "promised", "Promised", figures.promised());
    write_key(list, "left", "Left", figures.left());
    list << "</ul>";
    return list;
}

std::string weekly_words(Money left, Date today, Date until) {
    const std::int64_t days = until - today;
    if (days <= 0 || !left.is_positive()) {
        return {};
    }
    if (days < 7) {
        return "That is for the days until " + until.plus_days(-1).for_people() + ".";
    }
    const std::int64_t pounds = left.in_pence() * 7 / days / 100;
    const std::string sum = Money::pence(pounds * 100).for_people();
    return "That is about " + sum.substr(0, sum.size() - 3) + " a week until " +
           until.plus_days(-1).for_people() + ".";
}

}  // namespace web
