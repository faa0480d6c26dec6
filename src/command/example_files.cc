#include "command/example_files.h"

#include <charconv>
#include <fstream>
#include <sstream>

#include "base/csv.h"
#include "base/text.h"

namespace command {

namespace {

using base::CsvRow;
using base::CsvTable;

Result<CsvTable> read_table(const std::string& path, const std::vector<std::string>& columns) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return Error{"command.no_file", "There is no file " + path + "."};
    }
    std::ostringstream bytes;
    bytes << file.rdbuf();
    Result<CsvTable> table = CsvTable::parse(bytes.str(), columns);
    if (!table) {
        return base::at(path, table.error());
    }
    return table;
}

Error bad_cell(const std::string& path, const CsvRow& row, const std::string& cell) {
    return {"command.bad_cell", "\"" + cell + "\" cannot be read.",
            path + " line " + std::to_string(row.line)};
}

// Reads a whole number; an empty cell is nought.
Result<std::int64_t> number_at(const std::string& path, const CsvRow& row,
                               const std::string& cell) {
    std::int64_t value = 0;
    const char* const end = cell.data() + cell.size();
    const auto read = std::from_chars(cell.data(), end, value);
    if (!cell.empty() && (read.ec != std::errc() || read.ptr != end || value < 0)) {
        return bad_cell(path, row, cell);
    }
    return value;
}

Result<Money> money_at(const std::string& path, const CsvRow& row, const std::string& cell) {
    const Result<Money> read = Money::parse_exact(cell);
    return read ? read : Result<Money>(bad_cell(path, row, cell));
}

Result<Date> date_at(const std::string& path, const CsvRow& row, const std::string& cell) {
    const Result<Date> read = Date::parse(cell);
    return read ? read : Result<Date>(bad_cell(path, row, cell));
}

std::vector<std::string> list_of(const std::string& text) {
    return text.empty() ? std::vector<std::string>() : base::split_text(text, ';');
}

Outcome read_staff(const std::string& path, ExampleCouncil& council) {
    TRY(const CsvTable table, read_table(path, {"name", "team", "roles", "stream",
                                                "sign_off_weekly", "sign_off_variance", "duty"}));
    for (const CsvRow& row : table.rows()) {
        people::Staff staff;
        staff.name = table.cell(row, "name");
        staff.team = table.cell(row, "team");
        for (const std::string& code : list_of(table.cell(row, "roles"))) {
            const std::optional<people::Role> role = people::role_from_text(code);
            if (!role) {
                return bad_cell(path, row, code);
            }
            staff.roles.insert(*role);
        }
        if (!table.cell(row, "stream").empty()) {
            staff.stream = table.cell(row, "stream");
        }
        TRY(staff.sign_off_weekly, money_at(path, row, table.cell(row, "sign_off_weekly")));
        TRY(staff.sign_off_variance, number_at(path, row, table.cell(row, "sign_off_variance")));
        staff.is_duty = table.cell(row, "duty") == "yes";
        council.staff.push_back(std::move(staff));
    }
    return Done{};
}

Outcome read_providers(const std::string& path, ExampleCouncil& council) {
    TRY(const CsvTable table,
        read_table(path, {"name", "sector", "what_they_do", "places", "languages", "accepts"}));
    for (const CsvRow& row : table.rows()) {
        market::Provider provider;
        provider.name = table.cell(row, "name");
        provider.what_they_do = table.cell(row, "what_they_do");
        provider.places = list_of(table.cell(row, "places"));
        provider.languages = list_of(table.cell(row, "languages"));
        const std::optional<market::Sector> sector =
            market::sector_from_text(table.cell(row, "sector"));
        if (!sector) {
            return bad_cell(path, row, table.cell(row, "sector"));
        }
        provider.sector = *sector;
        for (const std::string& code : list_of(table.cell(row, "accepts"))) {
            const std::optional<market::Payer> payer = market::payer_from_text(code);
            if (!payer) {
                return bad_cell(path, row, code);
            }
            provider.accepts.push_back(*payer);
        }
        council.providers.push_back(std::move(provider));
    }
    return Done{};
}

Outcome read_offers(const std::string& path, ExampleCouncil& council) {
    TRY(const CsvTable table, read_table(path, {"provider", "what", "purpose", "spending", "unit",
                                                "price", "cancellation"}));
    for (const CsvRow& row : table.rows()) {
        ExampleOffer each;
        each.provider = table.cell(row, "provider");
        each.offer.what = table.cell(row, "what");
        each.offer.purpose = table.cell(row, "purpose");
        each.offer.cancellation = table.cell(row, "cancellation");
        each.offer.from = council.year.from;
        const auto spending = market::spending_from_text(table.cell(row, "spending"));
        const auto unit = market::unit_from_text(table.cell(row, "unit"));
        if (!spending || !unit) {
            return bad_cell(path, row, table.cell(row, "unit"));
        }
        each.offer.spending = *spending;
        each.offer.unit = *unit;
        TRY(each.offer.price, money_at(path, row, table.cell(row, "price")));
        council.offers.push_back(std::move(each));
    }
    return Done{};
}

Outcome read_sums(const std::string& folder, ExampleCouncil& council) {
    const std::string sums = folder + "/cash_limits.csv";
    TRY(const CsvTable limits, read_table(sums, {"stream", "amount", "ledger_code"}));
    for (const CsvRow& row : limits.rows()) {
        TRY(const Money amount, money_at(sums, row, limits.cell(row, "amount")));
        council.cash_limits.emplace_back(limits.cell(row, "stream"), amount);
        council.ledger_codes[limits.cell(row, "stream")] = limits.cell(row, "ledger_code");
    }
    TRY(const CsvTable places, read_table(folder + "/places.csv", {"place"}));
    for (const CsvRow& row : places.rows()) {
        council.places.push_back(places.cell(row, "place"));
    }
    return Done{};
}

Outcome read_shared(const std::string& folder, ExampleCouncil& council) {
    TRY(const CsvTable names, read_table(folder + "/names.csv", {"kind", "name"}));
    for (const CsvRow& row : names.rows()) {
        (names.cell(row, "kind") == "first" ? council.first_names : council.last_names)
            .push_back(names.cell(row, "name"));
    }
    const std::string path = folder + "/answer_ranges.csv";
    TRY(const CsvTable ranges, read_table(path, {"question", "percent", "least", "most"}));
    for (const CsvRow& row : ranges.rows()) {
        AnswerRange range;
        TRY(range.percent, number_at(path, row, ranges.cell(row, "percent")));
        TRY(range.least, number_at(path, row, ranges.cell(row, "least")));
        TRY(range.most, number_at(path, row, ranges.cell(row, "most")));
        council.ranges[ranges.cell(row, "question")] = range;
    }
    return Done{};
}

}  // namespace

Result<std::vector<ExampleCouncil>> read_example_councils(const std::string& folder) {
    const std::string path = folder + "/councils.csv";
    TRY(const CsvTable table,
        read_table(path, {"authority", "name", "package", "year_from", "today", "people", "seed"}));
    std::vector<ExampleCouncil> councils;
    for (const CsvRow& row : table.rows()) {
        ExampleCouncil council;
        council.authority = table.cell(row, "authority");
        council.name = table.cell(row, "name");
        council.package = table.cell(row, "package");
        TRY(council.year.from, date_at(path, row, table.cell(row, "year_from")));
        council.year.until = council.year.from.plus_months(12);
        TRY(council.today, date_at(path, row, table.cell(row, "today")));
        TRY(council.people, number_at(path, row, table.cell(row, "people")));
        TRY(const std::int64_t seed, number_at(path, row, table.cell(row, "seed")));
        council.seed = static_cast<std::uint64_t>(seed);
        const std::string own = folder + "/" + council.authority;
        TRY_DONE(read_staff(own + "/staff.csv", council));
        TRY_DONE(read_providers(own + "/providers.csv", council));
        TRY_DONE(read_offers(own + "/offers.csv", council));
        TRY_DONE(read_sums(own, council));
        TRY_DONE(read_shared(folder, council));
        councils.push_back(std::move(council));
    }
    return councils;
}

}  // namespace command
