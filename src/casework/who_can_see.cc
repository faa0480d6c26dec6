#include "casework/who_can_see.h"

#include <algorithm>
#include <array>

#include "store/journal.h"
#include "store/people.h"
#include "store/plans.h"
#include "store/questions.h"
#include "store/reviews.h"
#include "store/staff.h"
#include "store/steps.h"

namespace casework {

namespace {

using people::Action;

constexpr std::int64_t looks_max = 200;
constexpr std::int64_t acts_max = 200;

struct Words {
    std::string_view code;
    std::string_view words;
};

constexpr std::array act_words = {
    Words{"start_record", "started your record"},
    Words{"renew_paper_code", "printed a new code on paper"},
    Words{"replace_signing_key", "put a new key in the place of the one that signs"},
    Words{"restore_administrator", "printed a code for who looks after accounts"},
    Words{"invite_helper", "invited a helper"},
    Words{"record_helper", "recorded somebody who acts for you"},
    Words{"end_helper", "ended somebody's help"},
    Words{"close_helper", "closed the account of somebody who helps you"},
    Words{"open_helper_again", "opened the account of somebody who helps you, after it was closed"},
    Words{"ask_about", "asked about something"},
    Words{"reply_to_question", "replied to a question"},
    Words{"change_own_details", "changed your details"},
    Words{"change_council_details", "changed what the council keeps about you"},
    Words{"set_review", "set the day of a review"},
    Words{"record_review", "recorded a review"},
    Words{"close_record", "closed the record"},
    Words{"start_assessment", "started the questions"},
    Words{"save_answers", "wrote answers down"},
    Words{"send_assessment", "sent the answers"},
    Words{"add_worker_answers", "wrote down the worker's own answers"},
    Words{"finish_check", "went through the answers with you"},
    Words{"decide_eligibility", "proposed a sum"},
    Words{"agree_proposal", "agreed a sum"},
    Words{"refer_to_owner", "asked the owner of a fund to decide"},
    Words{"answer_referral", "decided about a fund"},
    Words{"set_contribution", "wrote down what you pay towards your support"},
    Words{"start_plan", "started a plan"},
    Words{"save_outcomes", "wrote what you want to change"},
    Words{"save_line", "wrote support into the plan"},
    Words{"remove_line", "took support out of the plan"},
    Words{"add_holder", "named who holds money"},
    Words{"send_plan", "sent the plan"},
    Words{"agree_plan", "agreed your plan"},
    Words{"return_plan", "sent your plan back"},
    Words{"accept_plan", "accepted the plan"},
    Words{"change_holding", "changed who holds money"},
    Words{"end_line", "ended some support"},
    Words{"end_budget", "ended the budget"},
    Words{"buy_support", "placed an order"},
    Words{"accept_order", "said yes to an order"},
    Words{"decline_order", "said no to an order"},
    Words{"report_delivery", "reported that support came"},
    Words{"withdraw_delivery", "took a report back"},
    Words{"remind_of_delivery", "reminded somebody to answer about support"},
    Words{"confirm_delivery", "answered about support"},
    Words{"report_spending", "reported what was spent"},
    Words{"change_bank_details", "changed a bank account"},
    Words{"change_holder_bank_details", "said where the money they hold for you goes"},
    Words{"name_holder_user", "wrote down who signs in for somebody that holds your money"},
    Words{"end_holder_user", "ended that somebody signs in for a holder of your money"},
    Words{"end_nominee", "wrote down that a nominee is paid no more"},
    Words{"give_second_part", "gave the second part of a new code"},
    Words{"open_record_again", "opened the record again"},
    Words{"answer_delivery_after_end", "answered about support that came before the record ended"},
    Words{"confirm_bank_details", "confirmed a bank account"},
    Words{"refuse_bank_details", "refused a bank account"},
    Words{"instalment_due", "made a payment in advance fall due"},
    Words{"invoice_contribution", "made a bill for what you pay"},
    Words{"return_unspent", "gave unspent money back to its fund"},
    Words{"change_line", "changed the price of some support, or how often it comes"},
    Words{"start_line_later", "started some support later"},
    Words{"pay_in_contribution", "wrote down what you paid in"},
    Words{"receive_payment", "wrote down that a bill was paid"},
    Words{"refund_contribution", "gave back what you had paid too much"},
    Words{"give_back_share", "gave back what had been kept back of payments too much"},
    Words{"correct_report", "put right what a report of spending was for"},
    Words{"correct_delivery", "put a report of support right"},
    Words{"fall_due", "made payments fall due"},
    Words{"say_returned", "wrote down that a payment came back"},
    Words{"accept_match", "found your payment in the bank's statement"},
    Words{"reverse_match", "took back what was found in the bank's statement"},
    Words{"prepare_run", "prepared payments"},
    Words{"release_run", "released payments"},
    Words{"cancel_run", "stopped payments that were prepared"},
    Words{"take_out_of_run", "took a payment out of those prepared"},
    Words{"import_statement", "read a statement of the bank"},
    Words{"set_council_account", "changed the council's own bank account"},
    Words{"set_ledger_code", "changed a code of the books"},
    Words{"record_cash_limit", "wrote down the money of a fund"},
    Words{"cut_cash_limit", "made the money of a fund less"},
    Words{"change_provider_bank_details", "changed a provider's bank account"},
    Words{"install_rules", "took up rules that came with Onepurse"},
    Words{"start_rule_draft", "started a change of the rules"},
    Words{"name_rule_draft", "named a change of the rules"},
    Words{"save_rule_draft", "saved a change of the rules"},
    Words{"bring_rule_draft_up_to_date", "brought a change of the rules up to date"},
    Words{"discard_rule_draft", "gave a change of the rules up"},
    Words{"propose_rules", "proposed a change of the rules"},
    Words{"take_rules_back", "took back a change of the rules they had proposed"},
    Words{"send_rules_back", "sent a change of the rules back"},
    Words{"publish_rules", "published new rules"},
    Words{"make_provider", "made an account for a provider"},
    Words{"make_staff", "made an account for staff"},
    Words{"change_staff", "changed an account of staff"},
    Words{"close_contact", "answered somebody who asked for help"},
    Words{"save_provider", "changed what a provider says"},
    Words{"save_offer", "changed an offer"},
    Words{"end_offer", "ended an offer"},
    Words{"change_words", "changed the words of an offer"},
    Words{"change_price", "changed the price of an offer"},
};

struct Stage {
    std::string_view step;   // the step that says it is done
    std::string_view done;   // words once it is
    std::string_view ahead;  // words before
    std::string_view href;   // where it is done, when it is hers
};

// The way from the first contact to the budget, in order.
constexpr std::array stages = {
    Stage{"first_contact", "You asked for help", "You ask for help", ""},
    Stage{"record_started", "A worker started your record", "A worker starts your record", ""},
    Stage{"assessment_sent", "You sent your answers", "Answer the questions about your support",
          "/assessment"},
    Stage{"answers_checked", "Your worker went through your answers",
          "Your worker goes through your answers with you", ""},
    Stage{"assessment_decided", "The council decided your sum", "The council decides your sum", ""},
    Stage{"plan_sent", "You sent your plan", "Make your plan and send it", "/plan"},
    Stage{"plan_agreed", "Your plan was agreed", "Your worker reads your plan", ""},
    Stage{"budget_began", "You accepted the plan and your budget began",
          "Accept the plan, and your budget begins", "/plan"},
};

std::string worker_name_of(store::View& view, const people::Person& person) {
    if (!person.worker) {
        return "";
    }
    const auto staff = store::load_staff(view, *person.worker);
    return staff ? staff->name : "";
}

// Some acts note the fund they were about by its code: here it is said by its name.
std::string detail_in_words(const policy::Package* package, std::string detail) {
    if (package != nullptr) {
        for (const policy::Stream& stream : package->all_streams()) {
            if (stream.id == detail) {
                return stream.name;
            }
        }
    }
    return detail;
}

// Acts whose note in the journal says no more than the act's own words.
bool tells_nothing_new(std::string_view act) {
    constexpr std::string_view acts[] = {"agree_plan",         "change_holder_bank_details",
                                         "finish_check",       "invoice_contribution",
                                         "remind_of_delivery", "set_contribution"};
    return std::find(std::begin(acts), std::end(acts), act) != std::end(acts);
}

std::optional<Date> last_of(const std::vector<store::Step>& steps, std::string_view name) {
    std::optional<Date> found;
    for (const store::Step& step : steps) {
        if (step.name == name) {
            found = step.on;
        }
    }
    return found;
}

}  // namespace

std::string capacity_in_words(const std::string& relation) {
    if (relation.starts_with("helper")) {
        return "helping you";
    }
    if (relation.starts_with("holder")) {
        return "holds money for you";
    }
    if (relation.starts_with("stream_owner")) {
        return "owner of a stream";
    }
    constexpr std::array known = {
        Words{"self", "you"},          Words{"worker", "your council's worker"},
        Words{"manager", "manager"},   Words{"finance", "finance"},
        Words{"provider", "provider"}, Words{"system", "done by the system on its day"},
    };
    for (const Words& entry : known) {
        if (entry.code == relation) {
            return std::string(entry.words);
        }
    }
    return "council staff";
}

std::string act_in_words(const std::string& name) {
    for (const Words& entry : act_words) {
        if (entry.code == name) {
            return std::string(entry.words);
        }
    }
    std::string words = name;
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

Result<WhoCanSee> who_can_see(Desk& desk, PersonId person) {
    TRY(std::vector<Helper> helpers, helpers_of(desk, person));
    return look(
        desk, person, Action::see_record, "who can see",
        [&](store::Snapshot& view) -> Result<WhoCanSee> {
            WhoCanSee seen;
            TRY(seen.person, store::load_person(view, person));
            seen.worker_name = worker_name_of(view, seen.person);
            const auto rules = desk.shelf.find(seen.person.package);
            const policy::Package* const package =
                rules == desk.shelf.end() ? nullptr : rules->second.get();
            seen.helpers = std::move(helpers);
            for (store::Look& look_of : store::load_looks(view, person, looks_max)) {
                seen.looks.push_back({look_of.at, std::move(look_of.actor_name),
                                      capacity_in_words(look_of.relation),
                                      std::move(look_of.purpose)});
            }
            for (store::JournalLine& line : store::load_acts_for(view, person, acts_max)) {
                if (line.relation == "self") {
                    continue;
                }
                seen.acts.push_back(
                    {line.at, act_in_words(line.name), line.actor_name,
                     capacity_in_words(line.relation),
                     tells_nothing_new(line.name) ? "" : detail_in_words(package, line.detail)});
            }
            return seen;
        });
}

Result<WayAhead> way_ahead(Desk& desk, PersonId person) {
    return look(
        desk, person, Action::see_record, "what happens next",
        [&](store::Snapshot& view) -> Result<WayAhead> {
            WayAhead way;
            TRY(way.person, store::load_person(view, person));
            way.worker_name = worker_name_of(view, way.person);
            const std::vector<store::Step> steps = store::load_steps(view, person);
            bool is_next = true;
            for (const Stage& stage : stages) {
                const std::optional<Date> done = last_of(steps, stage.step);
                WayStep step;
                step.words = done ? stage.done : stage.ahead;
                step.done_on = done;
                if (!done && is_next) {
                    step.href = stage.href;
                    is_next = false;
                }
                way.steps.push_back(std::move(step));
            }
            if (const auto review = store::find_review_to_come(view, person)) {
                way.review_on = review->due_on;
            }
            for (const people::QuestionCase& question : store::load_questions_of(view, person)) {
                way.questions_open += question.waits() ? 1U : 0U;
            }
            way.has_budget = store::has_budget(view, person);
            return way;
        });
}

}  // namespace casework
