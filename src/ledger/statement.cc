#include "ledger/statement.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace ledger {
namespace {

// What a reversal takes back: the kind of an entry that is not one.
class Kinds {
public:
    explicit Kinds(const std::vector<Entry>& entries) {
        for (const Entry& entry : entries) {
            by_id_.emplace(entry.id(), entry.kind());
        }
    }

    EntryKind of(const Entry& entry) const {
        if (!entry.facts().reverses) {
            return entry.kind();
        }
        const auto found = by_id_.find(*entry.facts().reverses);
        return found == by_id_.end() ? entry.kind() : found->second;
    }

private:
    std::unordered_map<EntryId, EntryKind> by_id_;
};

// Where a posting's money rests, as a figure.
void rest(Standing& figures, AccountKind kind, Money amount) {
    switch (kind) {
        case AccountKind::available:
            figures.available += amount;
            break;
        case AccountKind::held:
            figures.held += amount;
            break;
        case AccountKind::owed:
            figures.owed += amount;
            break;
        case AccountKind::clearing:
            figures.in_clearing += amount;
            break;
        case AccountKind::paid_to_holder:
            figures.paid_to_holder += amount;
            break;
        case AccountKind::spent:
            figures.spent += amount;
            break;
        case AccountKind::contribution:
        case AccountKind::top_up:
            figures.own_unspent += amount;
            break;
        case AccountKind::funder:
        case AccountKind::pool:
        case AccountKind::own_money:
        case AccountKind::charge_paid:
            break;
    }
}

bool is_award(EntryKind kind) {
    return kind == EntryKind::award || kind == EntryKind::award_cut;
}
bool is_added(EntryKind kind) {
    return kind == EntryKind::top_up || kind == EntryKind::top_up_refunded;
}

bool is_kept_back(EntryKind kind) {
    return kind == EntryKind::net_contribution || kind == EntryKind::net_contribution_undone;
}

// Why a posting's money came or went, as a figure.
void reason(Figures& figures, EntryKind kind, const Posting& posting) {
    const AccountKind at = posting.account.kind;
    if (is_award(kind) && at == AccountKind::available) {
        figures.awarded += posting.amount;
    } else if (is_kept_back(kind) && at == AccountKind::held) {
        figures.kept_back -= posting.amount;
    } else if (kind == EntryKind::recover && at == AccountKind::paid_to_holder) {
        figures.recovered -= posting.amount;
    } else if (is_added(kind) && at == AccountKind::top_up) {
        figures.added += posting.amount;
    }
}

// What an entry adds to her contributions, whichever way she paid them.
Money contributed_by(const Entry& entry, EntryKind kind) {
    if (kind != EntryKind::contribution_paid && kind != EntryKind::contribution_received &&
        kind != EntryKind::contribution_refunded) {
        return {};
    }
    for (const Posting& posting : entry.postings()) {
        if (posting.account.kind == AccountKind::own_money) {
            return -posting.amount;
        }
    }
    return {};
}

// Adds what an entry does to one stream's figures of the entry's person.
void add(Figures& figures, const Entry& entry, EntryKind kind, const StreamId& stream) {
    for (const Posting& posting : entry.postings()) {
        if (posting.account.stream == stream && !posting.account.person.is_none()) {
            rest(figures, posting.account.kind, posting.amount);
            reason(figures, kind, posting);
        }
    }
    if (entry.facts().towards == stream) {
        figures.contributed += contributed_by(entry, kind);
    }
}

void add_owner(OwnerFigures& figures, const Entry& entry, EntryKind kind, const StreamId& stream) {
    for (const Posting& posting : entry.postings()) {
        if (posting.account.stream != stream) {
            continue;
        }
        if (posting.account.kind == AccountKind::funder) {
            figures.cash_limit -= posting.amount;
        } else if (posting.account.kind == AccountKind::pool) {
            figures.not_awarded += posting.amount;
        }
    }
    add(figures.people, entry, kind, stream);
}

bool touches(const Entry& entry, const StreamId& stream) {
    return (!stream.empty() && entry.facts().towards == stream) ||
           std::any_of(
               entry.postings().begin(), entry.postings().end(),
               [&stream](const Posting& posting) { return posting.account.stream == stream; });
}

// The streams an entry moves money of, each once.
std::vector<StreamId> streams_of(const Entry& entry) {
    std::vector<StreamId> streams;
    for (const Posting& posting : entry.postings()) {
        if (std::find(streams.begin(), streams.end(), posting.account.stream) == streams.end()) {
            streams.push_back(posting.account.stream);
        }
    }
    return streams;
}

StatementLine line_of(const Entry& entry, EntryKind kind, const StreamId& stream) {
    StatementLine line;
    line.on = entry.on();
    line.entry = entry.id();
    line.kind = kind;
    line.is_reversal = entry.kind() == EntryKind::reversal;
    line.words =
        line.is_reversal ? "Taken back: " + std::string(words(kind)) : std::string(words(kind));
    line.stream = stream;
    line.about = entry.facts().about;
    line.person = entry.person();
    line.towards = entry.facts().towards;
    line.line = entry.facts().line;
    line.year = entry.year();
    for (const Posting& posting : entry.postings()) {
        if (posting.account.stream != stream) {
            continue;
        }
        if (!posting.account.payee.is_none()) {
            line.payee = posting.account.payee;
        }
        if (posting.amount.is_negative()) {
            line.from = posting.account.kind;
        } else {
            line.to = posting.account.kind;
            line.amount = posting.amount;
        }
    }
    return line;
}

// The years whose money the entries move, the latest first.
std::vector<CouncilYear> years_of(const std::vector<Entry>& entries) {
    std::set<CouncilYear> years;
    for (const Entry& entry : entries) {
        if (!entry.year().is_none()) {
            years.insert(entry.year());
        }
    }
    return {years.rbegin(), years.rend()};
}

// Whether an entry belongs to a year's account: its money does, or it is own money of those days.
bool is_of(const Entry& entry, CouncilYear year) {
    return entry.year().is_none() ? year.period().contains(entry.on()) : entry.year() == year;
}

// Own money from before the year, of which only what was not spent goes on into it.
bool is_carried(const Entry& entry, CouncilYear year) {
    return entry.year().is_none() && entry.on() < year.period().from;
}

bool stands(const Standing& figures) {
    return !figures.promised().is_zero() || !figures.left().is_zero();
}

void put(std::map<StreamId, StreamFigures>& from, std::vector<StreamFigures>& streams,
         StreamFigures& total) {
    for (auto& [stream, figures] : from) {
        figures.stream = stream;
        figures.at_end = figures.at_start;
        figures.at_end += figures.moved;
        total.at_start += figures.at_start;
        total.moved += figures.moved;
        total.at_end += figures.at_end;
        streams.push_back(figures);
    }
}

// One year's money of a person; nothing where it was all spent before these dates.
std::optional<PersonYear> person_year(const std::vector<Entry>& entries, const Kinds& kinds,
                                      const PersonId& person, const Period& period,
                                      CouncilYear year) {
    std::map<StreamId, StreamFigures> streams;
    bool any_moved = period.overlap(year.period()).has_value();
    bool any = false;
    for (const Entry& entry : entries) {
        const bool carried = is_carried(entry, year);
        if (entry.person() != person || entry.on() >= period.until ||
            (!carried && !is_of(entry, year))) {
            continue;
        }
        const EntryKind kind = kinds.of(entry);
        const bool is_before = carried || entry.on() < period.from;
        any = any || !entry.year().is_none();
        any_moved = any_moved || (!is_before && !entry.year().is_none());
        std::vector<StreamId> touched = streams_of(entry);
        if (!entry.facts().towards.empty() && !carried) {
            touched.push_back(entry.facts().towards);
        }
        for (const StreamId& stream : touched) {
            Figures figures;
            add(figures, entry, kind, stream);
            if (carried) {
                Figures unspent;
                unspent.own_unspent = figures.own_unspent;
                figures = unspent;
            }
            (is_before ? streams[stream].at_start : streams[stream].moved) += figures;
        }
    }
    PersonYear made;
    made.year = year;
    put(streams, made.streams, made.total);
    return any && (any_moved || stands(made.total.at_start)) ? std::optional(std::move(made))
                                                             : std::nullopt;
}

std::optional<OwnerYear> owner_year(const std::vector<Entry>& entries, const Kinds& kinds,
                                    const StreamId& stream, const Period& period,
                                    CouncilYear year) {
    OwnerYear made;
    made.year = year;
    std::map<PersonId, PersonRow> persons;
    bool any_moved = period.overlap(year.period()).has_value();
    bool any = false;
    for (const Entry& entry : entries) {
        if (entry.on() >= period.until || !touches(entry, stream) || !is_of(entry, year)) {
            continue;
        }
        const EntryKind kind = kinds.of(entry);
        const bool is_before = entry.on() < period.from;
        any = any || !entry.year().is_none();
        any_moved = any_moved || (!is_before && !entry.year().is_none());
        add_owner(is_before ? made.at_start : made.moved, entry, kind, stream);
        add_owner(made.at_end, entry, kind, stream);
        if (!entry.person().is_none()) {
            PersonRow& row = persons[entry.person()];
            add(is_before ? row.at_start : row.moved, entry, kind, stream);
            add(row.at_end, entry, kind, stream);
        }
    }
    for (auto& [person, row] : persons) {
        row.person = person;
        made.persons.push_back(row);
    }
    const bool stood = stands(made.at_start.people) || !made.at_start.not_awarded.is_zero();
    return any && (any_moved || stood) ? std::optional(std::move(made)) : std::nullopt;
}

void by_day(std::vector<StatementLine>& lines) {
    std::stable_sort(lines.begin(), lines.end(),
                     [](const StatementLine& a, const StatementLine& b) { return a.on < b.on; });
}

}  // namespace

Standing& Standing::operator+=(const Standing& other) {
    available += other.available;
    held += other.held;
    owed += other.owed;
    in_clearing += other.in_clearing;
    paid_to_holder += other.paid_to_holder;
    spent += other.spent;
    own_unspent += other.own_unspent;
    return *this;
}

Figures& Figures::operator+=(const Figures& other) {
    Standing::operator+=(other);
    awarded += other.awarded;
    kept_back += other.kept_back;
    recovered += other.recovered;
    contributed += other.contributed;
    added += other.added;
    return *this;
}

std::vector<std::pair<StreamId, Standing>> standing(const std::vector<Balance>& balances) {
    std::map<StreamId, Standing> streams;
    for (const Balance& balance : balances) {
        rest(streams[balance.account.stream], balance.account.kind, balance.amount);
    }
    return {streams.begin(), streams.end()};
}

PersonStatement person_statement(const std::vector<Entry>& entries, const PersonId& person,
                                 const Period& period) {
    const Kinds kinds(entries);
    PersonStatement statement;
    statement.person = person;
    statement.period = period;
    std::map<StreamId, StreamFigures> streams;
    for (const Entry& entry : entries) {
        if (entry.person() != person || entry.on() >= period.until) {
            continue;
        }
        const EntryKind kind = kinds.of(entry);
        const bool is_before = entry.on() < period.from;
        std::vector<StreamId> touched = streams_of(entry);
        if (!is_before) {
            for (const StreamId& stream : touched) {
                statement.lines.push_back(line_of(entry, kind, stream));
            }
        }
        if (!entry.facts().towards.empty()) {
            touched.push_back(entry.facts().towards);
        }
        for (const StreamId& stream : touched) {
            StreamFigures& figures = streams[stream];
            add(is_before ? figures.at_start : figures.moved, entry, kind, stream);
        }
    }
    put(streams, statement.streams, statement.total);
    for (const CouncilYear year : years_of(entries)) {
        if (std::optional<PersonYear> made = person_year(entries, kinds, person, period, year)) {
            statement.years.push_back(std::move(*made));
        }
    }
    by_day(statement.lines);
    return statement;
}

OwnerStatement owner_statement(const std::vector<Entry>& entries, const StreamId& stream,
                               const Period& period) {
    const Kinds kinds(entries);
    OwnerStatement statement;
    statement.stream = stream;
    statement.period = period;
    std::map<PersonId, PersonRow> persons;
    for (const Entry& entry : entries) {
        if (entry.on() >= period.until || !touches(entry, stream)) {
            continue;
        }
        const EntryKind kind = kinds.of(entry);
        const bool is_before = entry.on() < period.from;
        add_owner(is_before ? statement.at_start : statement.moved, entry, kind, stream);
        add_owner(statement.at_end, entry, kind, stream);
        if (!entry.person().is_none()) {
            PersonRow& row = persons[entry.person()];
            add(is_before ? row.at_start : row.moved, entry, kind, stream);
            add(row.at_end, entry, kind, stream);
        }
        if (is_before) {
            continue;
        }
        for (const StreamId& touched : streams_of(entry)) {
            if (touched == stream || entry.facts().towards == stream) {
                statement.lines.push_back(line_of(entry, kind, touched));
            }
        }
    }
    for (auto& [person, row] : persons) {
        row.person = person;
        statement.persons.push_back(row);
    }
    for (const CouncilYear year : years_of(entries)) {
        if (std::optional<OwnerYear> made = owner_year(entries, kinds, stream, period, year)) {
            statement.years.push_back(std::move(*made));
        }
    }
    by_day(statement.lines);
    return statement;
}

}  // namespace ledger
