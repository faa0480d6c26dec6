#include "policy/stream.h"

#include <algorithm>

#include "base/text.h"
#include "policy/read_files.h"

namespace policy {

bool Stream::sum_is_once() const {
    switch (recurrence) {
        case Recurrence::weekly:
            return false;
        case Recurrence::one_off:
            return true;
        case Recurrence::both:
            return kind == StreamKind::capital;
    }
    return false;
}

bool Stream::may_buy(std::string_view purpose) const {
    return std::find(purposes.begin(), purposes.end(), purpose) != purposes.end();
}

std::string_view to_text(WhoDecides who) {
    switch (who) {
        case WhoDecides::council:
            return "council";
        case WhoDecides::owner:
            return "owner";
    }
    return "";
}

std::string_view to_text(StreamKind kind) {
    switch (kind) {
        case StreamKind::revenue:
            return "revenue";
        case StreamKind::capital:
            return "capital";
        case StreamKind::both:
            return "both";
    }
    return "";
}

std::string_view to_text(Recurrence recurrence) {
    switch (recurrence) {
        case Recurrence::weekly:
            return "weekly";
        case Recurrence::one_off:
            return "one_off";
        case Recurrence::both:
            return "both";
    }
    return "";
}

namespace {

Outcome read_words(const CellReader& cells, const base::CsvRow& row, Stream& stream) {
    TRY(const std::size_t who, cells.word(row, "who_decides", {"council", "owner"}));
    stream.who_decides = static_cast<WhoDecides>(who);
    TRY(const std::size_t kind, cells.word(row, "kind", {"revenue", "capital", "both"}));
    stream.kind = static_cast<StreamKind>(kind);
    TRY(const std::size_t cash, cells.word(row, "cash_allowed", {"no", "yes"}));
    stream.cash_allowed = cash == 1;
    TRY(const std::size_t recurrence, cells.word(row, "recurrence", {"weekly", "one_off", "both"}));
    stream.recurrence = static_cast<Recurrence>(recurrence);
    const std::string test = cells.text(row, "means_test");
    if (test == "none") {
        stream.means_test = MeansTest::none;
    } else if (test == "not modelled") {
        stream.means_test = MeansTest::not_modelled;
    } else if (test.empty()) {
        return cells.fault(row, "means_test",
                           "Write the name of a decision, \"none\" or \"not modelled\".");
    } else {
        stream.means_test = MeansTest::decision;
        stream.contribution = test;
    }
    return Done{};
}

Outcome read_purposes(const CellReader& cells, const base::CsvRow& row, Stream& stream) {
    for (const std::string& part : base::split_text(cells.text(row, "purposes"), ';')) {
        const std::string purpose(base::trim(part));
        if (purpose.empty() || stream.may_buy(purpose)) {
            return cells.fault(row, "purposes",
                               "Name what the stream may buy, each once, with ; between.");
        }
        stream.purposes.push_back(purpose);
    }
    return Done{};
}

Outcome read_restriction(const CellReader& cells, const base::CsvRow& row, Stream& stream) {
    const std::string text = cells.text(row, "restriction");
    const std::optional<Decimal> number = Decimal::parse(text);
    const std::optional<std::int64_t> whole = number ? number->to_int64() : std::nullopt;
    if (!whole || *whole < 1 || *whole > 1000) {
        return cells.fault(row, "restriction",
                           "Write a whole number from 1 (most restricted, pays first) to 1000.");
    }
    stream.restriction = static_cast<int>(*whole);
    return Done{};
}

Result<Stream> read_stream(const CellReader& cells, const base::CsvRow& row) {
    Stream stream;
    stream.line = row.line;
    TRY(stream.id, cells.name(row, "id"));
    TRY(stream.name, cells.wanted(row, "name"));
    TRY(stream.owner, cells.wanted(row, "owner"));
    TRY(stream.decider, cells.wanted(row, "decider"));
    stream.legal_base = cells.text(row, "legal_base");
    stream.eligibility = cells.text(row, "eligibility");
    stream.amount = cells.text(row, "amount");
    stream.minimum_from = cells.text(row, "minimum_from");
    stream.minimum_weekly = cells.text(row, "minimum_weekly");
    stream.unspent_to = cells.text(row, "unspent_to");
    stream.not_modelled = cells.text(row, "not_modelled");
    TRY(stream.source, cells.wanted(row, "source"));
    TRY_DONE(read_words(cells, row, stream));
    TRY_DONE(read_purposes(cells, row, stream));
    TRY_DONE(read_restriction(cells, row, stream));
    TRY(stream.from, cells.date(row, "from"));
    TRY(stream.until, cells.date(row, "until"));
    if (stream.from && stream.until && *stream.until <= *stream.from) {
        return cells.fault(row, "until", "The stream ends before it begins.");
    }
    if (stream.minimum_from.empty() != stream.minimum_weekly.empty()) {
        return cells.fault(row, "minimum_weekly",
                           "minimum_from and minimum_weekly go together: fill both or none.");
    }
    return stream;
}

}  // namespace

Result<std::vector<Stream>> read_streams(std::string_view bytes) {
    const std::string file = "streams.csv";
    TRY(const base::CsvTable table,
        read_table(file, bytes,
                   {"id",           "name",        "owner",        "decider",        "who_decides",
                    "legal_base",   "eligibility", "amount",       "purposes",       "kind",
                    "cash_allowed", "means_test",  "minimum_from", "minimum_weekly", "unspent_to",
                    "restriction",  "recurrence",  "from",         "until",          "not_modelled",
                    "source"}));
    const CellReader cells(file, table);
    std::vector<Stream> streams;
    TRY_DONE(read_rows(file, table, [&](const base::CsvRow& row) -> Outcome {
        TRY(Stream stream, read_stream(cells, row));
        for (const Stream& other : streams) {
            if (other.id == stream.id || other.name == stream.name) {
                return cells.fault(
                    row, other.id == stream.id ? "id" : "name",
                    "This stream stands on line " + std::to_string(other.line) + " already.",
                    "policy.name_twice");
            }
        }
        streams.push_back(std::move(stream));
        return Done{};
    }));
    return streams;
}

}  // namespace policy
