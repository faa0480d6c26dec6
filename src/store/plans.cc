#include "store/plans.h"

#include <algorithm>

namespace store {

namespace {

template <typename Enum>
Enum known(std::optional<Enum> value) {
    CHECK(value.has_value());
    return *value;
}

// The columns of a line, the same in plan_line and budget_line.
constexpr std::string_view line_columns =
    "id, outcome, what, provider, offer, purpose, spending, unit, every, times, price, from_date, "
    "until_date, anchor, "
    "holding, holder, own ";

budget::PlanLine read_line(const Rows& rows) {
    budget::PlanLine line;
    line.id = rows.id<PlanLineId>(0);
    if (!rows.is_null(1)) {
        line.outcome = static_cast<std::size_t>(rows.number(1));
    }
    line.what = rows.text(2);
    if (!rows.is_null(3)) {
        line.provider = rows.id<ProviderId>(3);
    }
    if (!rows.is_null(4)) {
        line.offer = rows.id<OfferId>(4);
    }
    line.purpose = rows.text(5);
    line.spending = known(market::spending_from_text(rows.text(6)));
    line.unit = known(market::unit_from_text(rows.text(7)));
    line.frequency = {known(budget::every_from_text(rows.text(8))), rows.number(9)};
    line.price = rows.money(10);
    line.dates = {rows.date(11), rows.date(12)};
    line.anchor = rows.date(13);
    line.holding = known(budget::holding_from_text(rows.text(14)));
    if (!rows.is_null(15)) {
        line.holder = rows.id<PayeeId>(15);
    }
    line.own = rows.money(16);
    return line;
}

Bound outcome_of(const budget::PlanLine& line) {
    return line.outcome ? Bound(static_cast<std::int64_t>(*line.outcome)) : Bound(std::nullopt);
}

std::optional<std::int64_t> newest_version(View& view, BudgetId id) {
    Rows rows = view.query("select max(version) from budget where authority = ? and id = ?",
                           view.authority(), id);
    if (!rows.next() || rows.is_null(0)) {
        return std::nullopt;
    }
    return rows.number(0);
}

using Portions = std::vector<ledger::Portion>;

// Portions and splits are kept alike, in two tables.
void load_portions(View& view, budget::Budget& budget, std::int64_t version,
                   const std::string& table, Portions budget::BudgetLine::*portions) {
    for (Rows rows = view.query("select place, stream, amount from " + table +
                                    " where authority = ? and budget = ? and version = ? "
                                    "order by place, rank",
                                view.authority(), budget.id, version);
         rows.next();) {
        (budget.lines[static_cast<std::size_t>(rows.number(0))].*portions)
            .push_back({rows.text(1), rows.money(2)});
    }
}

void keep_portions(Tx& tx, const BudgetId& budget, std::int64_t version, std::int64_t place,
                   const std::string& table, const Portions& portions) {
    for (std::int64_t rank = 0; const ledger::Portion& portion : portions) {
        tx.run("insert into " + table +
                   " (authority, budget, version, place, rank, stream, amount) "
                   "values (?, ?, ?, ?, ?, ?, ?)",
               tx.authority(), budget, version, place, rank++, portion.stream, portion.amount);
    }
}

budget::Budget read_version(View& view, BudgetId id, std::int64_t version) {
    budget::Budget budget;
    {
        Rows rows = view.query(
            "select person, plan, from_date, until_date from budget where authority = ? and id = ? "
            "and version = ?",
            view.authority(), id, version);
        CHECK(rows.next());
        budget.id = id;
        budget.person = rows.id<PersonId>(0);
        budget.plan = rows.id<PlanId>(1);
        budget.period = {rows.date(2), rows.date(3)};
    }
    const std::string sql = "select " + std::string(line_columns) +
                            ", split_from from budget_line where authority = ? and "
                            "budget = ? and version = ? order by place";
    for (Rows rows = view.query(sql, view.authority(), id, version); rows.next();) {
        budget::BudgetLine line;
        line.plan = read_line(rows);
        line.split_from = rows.date_or_none(17);
        budget.lines.push_back(std::move(line));
    }
    load_portions(view, budget, version, "budget_portion", &budget::BudgetLine::portions);
    load_portions(view, budget, version, "budget_split", &budget::BudgetLine::split);
    return budget;
}

}  // namespace

void keep(Tx& tx, const budget::SupportPlan& plan, const std::string& reasons) {
    tx.run(
        "insert into plan (authority, id, person, from_date, until_date, status, reasons) values "
        "(?, ?, ?, ?, ?, ?, ?) "
        "on conflict (authority, id) do update set from_date = excluded.from_date, until_date = "
        "excluded.until_date, "
        "status = excluded.status, reasons = excluded.reasons",
        tx.authority(), plan.id, plan.person, plan.period.from, plan.period.until,
        budget::to_text(plan.status), reasons);
    tx.run("delete from plan_outcome where authority = ? and plan = ?", tx.authority(), plan.id);
    for (std::int64_t place = 0; const budget::PlanOutcome& outcome : plan.outcomes) {
        tx.run("insert into plan_outcome (authority, plan, place, words) values (?, ?, ?, ?)",
               tx.authority(), plan.id, place++, outcome.words);
    }
    tx.run("delete from plan_line where authority = ? and plan = ?", tx.authority(), plan.id);
    for (std::int64_t place = 0; const budget::PlanLine& line : plan.lines) {
        tx.run("insert into plan_line (authority, plan, place, " + std::string(line_columns) +
                   ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
               tx.authority(), plan.id, place++, line.id, outcome_of(line), line.what,
               line.provider, line.offer, line.purpose, market::to_text(line.spending),
               market::to_text(line.unit), budget::to_text(line.frequency.every),
               line.frequency.times, line.price, line.dates.from, line.dates.until, line.anchor,
               budget::to_text(line.holding), line.holder, line.own);
    }
}

std::optional<KeptPlan> find_plan(View& view, PlanId id) {
    KeptPlan kept;
    {
        Rows rows = view.query(
            "select person, from_date, until_date, status, reasons from plan where authority = ? "
            "and id = ?",
            view.authority(), id);
        if (!rows.next()) {
            return std::nullopt;
        }
        kept.plan.id = id;
        kept.plan.person = rows.id<PersonId>(0);
        kept.plan.period = {rows.date(1), rows.date(2)};
        kept.plan.status = known(budget::plan_status_from_text(rows.text(3)));
        kept.reasons = rows.text(4);
    }
    for (Rows rows = view.query(
             "select words from plan_outcome where authority = ? and plan = ? order by place",
             view.authority(), id);
         rows.next();) {
        kept.plan.outcomes.push_back({rows.text(0)});
    }
    const std::string sql = "select " + std::string(line_columns) +
                            "from plan_line where authority = ? and plan = ? order by place";
    for (Rows rows = view.query(sql, view.authority(), id); rows.next();) {
        kept.plan.lines.push_back(read_line(rows));
    }
    return kept;
}

namespace {

template <typename... Values>
std::vector<KeptPlan> read_plans(View& view, const std::string& rest, const Values&... values) {
    std::vector<PlanId> ids;
    for (Rows rows = view.query("select id from plan where authority = ? " + rest, view.authority(),
                                values...);
         rows.next();) {
        ids.push_back(rows.id<PlanId>(0));
    }
    std::vector<KeptPlan> found;
    found.reserve(ids.size());
    for (const PlanId& id : ids) {
        found.push_back(*find_plan(view, id));
    }
    return found;
}

}  // namespace

std::vector<KeptPlan> load_plans_of(View& view, PersonId person) {
    return read_plans(view, "and person = ? order by from_date desc, id desc", person);
}

std::vector<KeptPlan> load_plans(View& view, budget::PlanStatus status) {
    return read_plans(view, "and status = ? order by id", budget::to_text(status));
}

void keep_version(Tx& tx, const budget::Budget& budget, Date made_on, const std::string& why) {
    const std::int64_t version = newest_version(tx, budget.id).value_or(0) + 1;
    const CouncilYear year =
        version == 1 ? CouncilYear::of(budget.period.from) : year_of(tx, budget.id);
    tx.run(
        "insert into budget (authority, id, version, person, plan, from_date, until_date, made_on, "
        "why, year) "
        "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        tx.authority(), budget.id, version, budget.person, budget.plan, budget.period.from,
        budget.period.until, made_on, why, year.begins_in);
    for (std::int64_t place = 0; const budget::BudgetLine& each : budget.lines) {
        const budget::PlanLine& line = each.plan;
        tx.run("insert into budget_line (authority, budget, version, place, " +
                   std::string(line_columns) +
                   ", split_from) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                   "?, ?, ?, ?, ?, ?, ?)",
               tx.authority(), budget.id, version, place, line.id, outcome_of(line), line.what,
               line.provider, line.offer, line.purpose, market::to_text(line.spending),
               market::to_text(line.unit), budget::to_text(line.frequency.every),
               line.frequency.times, line.price, line.dates.from, line.dates.until, line.anchor,
               budget::to_text(line.holding), line.holder, line.own, each.split_from);
        keep_portions(tx, budget.id, version, place, "budget_portion", each.portions);
        keep_portions(tx, budget.id, version, place, "budget_split", each.split);
        ++place;
    }
}

std::optional<budget::Budget> find_budget(View& view, BudgetId id) {
    const std::optional<std::int64_t> version = newest_version(view, id);
    return version ? std::optional<budget::Budget>(read_version(view, id, *version)) : std::nullopt;
}

std::vector<budget::Budget> load_budgets_of(View& view, PersonId person) {
    std::vector<budget::Budget> budgets;
    for (const BudgetId& id : find_budgets_of(view, person)) {
        budgets.push_back(*find_budget(view, id));
    }
    return budgets;
}

std::vector<BudgetDates> load_budget_dates_of(View& view, PersonId person) {
    std::vector<BudgetDates> found;
    for (Rows rows = view.query(
             "select id, from_date, until_date, year from budget where authority = ? and person = "
             "? order by id, version",
             view.authority(), person);
         rows.next();) {
        const BudgetDates each{
            rows.id<BudgetId>(0), {rows.date(1), rows.date(2)}, CouncilYear{rows.number(3)}};
        if (!found.empty() && found.back().id == each.id) {
            found.back() = each;
        } else {
            found.push_back(each);
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const BudgetDates& a, const BudgetDates& b) {
        return a.period.from < b.period.from;
    });
    return found;
}

namespace {

bool is_of_later_year(const BudgetDates& budget, Date on) {
    return budget.period.from >= CouncilYear::of(on).period().until;
}

// How near a budget is to what a person lives with on a day.
int nearness(const BudgetDates& budget, Date on) {
    if (budget.period.contains(on)) {
        return 3;
    }
    if (budget.period.from > on) {
        return is_of_later_year(budget, on) ? 0 : 2;
    }
    return 1;
}

bool is_nearer(const BudgetDates& one, const BudgetDates& other, Date on) {
    if (nearness(one, on) != nearness(other, on)) {
        return nearness(one, on) > nearness(other, on);
    }
    // Of those to come the first, of those in force or past the last.
    return one.period.from > on ? one.period.from < other.period.from
                                : one.period.from >= other.period.from;
}

}  // namespace

std::optional<BudgetDates> nearest_of(const std::vector<BudgetDates>& budgets, Date on) {
    std::optional<BudgetDates> nearest;
    for (const BudgetDates& budget : budgets) {
        if (!nearest || is_nearer(budget, *nearest, on)) {
            nearest = budget;
        }
    }
    return nearest;
}

std::optional<budget::Budget> find_budget_of(View& view, PersonId person, Date on) {
    const std::optional<BudgetDates> nearest = nearest_of(load_budget_dates_of(view, person), on);
    return nearest ? find_budget(view, nearest->id) : std::nullopt;
}

std::map<BudgetId, std::set<CouncilYear>> load_years_of_budgets(View& view) {
    std::map<BudgetId, std::set<CouncilYear>> years;
    for (Rows rows =
             view.query("select id, year from budget where authority = ?", view.authority());
         rows.next();) {
        years[rows.id<BudgetId>(0)].insert(CouncilYear{rows.number(1)});
    }
    return years;
}

std::optional<budget::Budget> find_next_budget(View& view, const std::vector<BudgetDates>& budgets,
                                               Date on) {
    for (const BudgetDates& budget : budgets) {
        if (is_of_later_year(budget, on)) {
            std::optional<budget::Budget> next = find_budget(view, budget.id);
            if (!next->lines.empty()) {
                return next;
            }
        }
    }
    return std::nullopt;
}

std::optional<budget::Budget> find_budget_with(View& view, PersonId person, PlanLineId line) {
    BudgetId id;
    {
        Rows rows = view.query(
            "select b.id from budget b join budget_line l on l.authority = b.authority and "
            "l.budget = b.id and l.version = b.version where b.authority = ? and b.person = ? and "
            "l.id = ? limit 1",
            view.authority(), person, line);
        if (!rows.next()) {
            return std::nullopt;
        }
        id = rows.id<BudgetId>(0);
    }
    return find_budget(view, id);
}

bool has_budget(View& view, PersonId person) {
    return view
        .query("select 1 from budget where authority = ? and person = ? limit 1", view.authority(),
               person)
        .next();
}

std::set<PersonId> find_people_adding_own_money(View& view) {
    Rows rows = view.query(
        "select distinct b.person from budget_line l join budget b on b.authority = l.authority "
        "and b.id = l.budget and b.version = l.version where l.authority = ? and l.own > 0 and "
        "l.version = (select max(n.version) from budget n where n.authority = l.authority and "
        "n.id = l.budget)",
        view.authority());
    std::set<PersonId> found;
    while (rows.next()) {
        found.insert(rows.id<PersonId>(0));
    }
    return found;
}

CouncilYear year_of(View& view, BudgetId budget) {
    Rows rows = view.query("select year from budget where authority = ? and id = ? and version = 1",
                           view.authority(), budget);
    CHECK(rows.next());
    return CouncilYear{rows.number(0)};
}

std::vector<budget::Budget> load_budgets(View& view, const Period& within) {
    std::vector<BudgetId> ids;
    for (Rows rows =
             view.query("select distinct id from budget where authority = ? and from_date < ? and "
                        "until_date > ? order by id",
                        view.authority(), within.until, within.from);
         rows.next();) {
        ids.push_back(rows.id<BudgetId>(0));
    }
    std::vector<budget::Budget> found;
    found.reserve(ids.size());
    for (const BudgetId& id : ids) {
        found.push_back(*find_budget(view, id));
    }
    return found;
}

std::vector<BudgetVersion> load_versions(View& view, BudgetId id) {
    std::vector<BudgetVersion> found;
    for (Rows rows = view.query(
             "select version, made_on, why from budget where authority = ? and id = ? order by "
             "version",
             view.authority(), id);
         rows.next();) {
        found.push_back({rows.number(0), rows.date(1), rows.text(2)});
    }
    return found;
}

budget::Budget load_version(View& view, BudgetId id, std::int64_t version) {
    return read_version(view, id, version);
}

std::vector<BudgetId> find_budgets_of(View& view, PersonId person) {
    std::vector<BudgetId> found;
    for (Rows rows = view.query(
             "select id from budget where authority = ? and person = ? and version = 1 order by "
             "from_date, id",
             view.authority(), person);
         rows.next();) {
        found.push_back(rows.id<BudgetId>(0));
    }
    return found;
}

void keep_term(Tx& tx, PersonId person, const StreamId& stream,
               const budget::ContributionTerm& term, Date set_on, const std::string& by,
               const std::string& why) {
    tx.run(
        "insert into contribution_term (authority, person, stream, from_date, until_date, weekly, "
        "collected, set_on, "
        "set_seq, by, why) select ?, ?, ?, ?, ?, ?, ?, ?, coalesce(max(set_seq), 0) + 1, ?, ? from "
        "contribution_term "
        "where authority = ? and person = ? and stream = ?",
        tx.authority(), person, stream, term.from, term.until, term.weekly,
        budget::to_text(term.collected), set_on, by, why, tx.authority(), person, stream);
}

budget::ContributionTerms load_terms(View& view, PersonId person, const StreamId& stream) {
    budget::ContributionTerms terms;
    terms.person = person;
    terms.stream = stream;
    for (Rows rows = view.query(
             "select from_date, until_date, weekly, collected from contribution_term where "
             "authority = ? and person = ? and stream = ? order by set_seq",
             view.authority(), person, stream);
         rows.next();) {
        Result<budget::ContributionTerms> with =
            budget::with_term(terms, {rows.date(0), rows.date_or_none(1), rows.money(2),
                                      known(budget::collected_from_text(rows.text(3)))});
        CHECK(with.has_value());
        terms = std::move(with).value();
    }
    return terms;
}

std::vector<TermReason> load_term_reasons(View& view, PersonId person) {
    std::vector<TermReason> found;
    for (Rows rows = view.query("select stream, from_date, set_on, by, why from contribution_term "
                                "where authority = ? and person = ? order by stream, set_seq",
                                view.authority(), person);
         rows.next();) {
        found.push_back({rows.text(0), rows.date(1), rows.date(2), rows.text(3), rows.text(4)});
    }
    return found;
}

std::vector<budget::ContributionTerms> load_terms(View& view, PersonId person) {
    std::vector<StreamId> streams;
    for (Rows rows = view.query(
             "select distinct stream from contribution_term where authority = ? and person = ? "
             "order by stream",
             view.authority(), person);
         rows.next();) {
        streams.push_back(rows.text(0));
    }
    std::vector<budget::ContributionTerms> found;
    found.reserve(streams.size());
    for (const StreamId& stream : streams) {
        found.push_back(load_terms(view, person, stream));
    }
    return found;
}

}  // namespace store
