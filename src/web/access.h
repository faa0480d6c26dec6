#pragma once
// Access is who may use a route. There is no default: a route written without one does not compile.
// `anyone` needs no sign-in; `signed_in` any account; every other one names the one people::Action
// that decide() is asked about before the page's own code runs, for the person, provider or stream
// named in the path. The journey asks again inside its own transaction, so a right taken away a
// moment ago is gone there too.

#include <optional>
#include <string_view>

#include "people/decide.h"

namespace web {

class Access {
public:
    enum class Kind { anyone, signed_in, action };

    constexpr explicit Access(Kind kind) : kind_(kind) {}
    constexpr explicit Access(people::Action action) : kind_(Kind::action), action_(action) {}

    constexpr Kind kind() const { return kind_; }
    // Gives what decide() is asked; only of an access by action.
    constexpr people::Action action() const { return action_; }

    friend constexpr bool operator==(const Access&, const Access&) = default;

private:
    Kind kind_;
    people::Action action_ = people::Action::audit_book;
};

namespace may {

inline constexpr Access anyone{Access::Kind::anyone};
inline constexpr Access signed_in{Access::Kind::signed_in};

// One for each action, under the same name.
inline constexpr Access see_record{people::Action::see_record};
inline constexpr Access take_signed_file{people::Action::take_signed_file};
inline constexpr Access answer_questions{people::Action::answer_questions};
inline constexpr Access ask_for_help{people::Action::ask_for_help};
inline constexpr Access make_plan{people::Action::make_plan};
inline constexpr Access accept_plan{people::Action::accept_plan};
inline constexpr Access place_order{people::Action::place_order};
inline constexpr Access answer_delivery{people::Action::answer_delivery};
inline constexpr Access report_spending{people::Action::report_spending};
inline constexpr Access change_own_bank_details{people::Action::change_own_bank_details};
inline constexpr Access invite_helper{people::Action::invite_helper};
inline constexpr Access end_helper{people::Action::end_helper};
inline constexpr Access start_record{people::Action::start_record};
inline constexpr Access record_helper{people::Action::record_helper};
inline constexpr Access answer_for_person{people::Action::answer_for_person};
inline constexpr Access decide_eligibility{people::Action::decide_eligibility};
inline constexpr Access agree_plan{people::Action::agree_plan};
inline constexpr Access agree_plan_over_limit{people::Action::agree_plan_over_limit};
inline constexpr Access set_contribution{people::Action::set_contribution};
inline constexpr Access answer_question_case{people::Action::answer_question_case};
inline constexpr Access close_record{people::Action::close_record};
inline constexpr Access see_referral{people::Action::see_referral};
inline constexpr Access decide_referral{people::Action::decide_referral};
inline constexpr Access see_stream_account{people::Action::see_stream_account};
inline constexpr Access see_finance{people::Action::see_finance};
inline constexpr Access record_cash_limit{people::Action::record_cash_limit};
inline constexpr Access prepare_pay_run{people::Action::prepare_pay_run};
inline constexpr Access release_pay_run{people::Action::release_pay_run};
inline constexpr Access import_statement{people::Action::import_statement};
inline constexpr Access match_statement{people::Action::match_statement};
inline constexpr Access confirm_bank_details{people::Action::confirm_bank_details};
inline constexpr Access manage_offers{people::Action::manage_offers};
inline constexpr Access see_provider_orders{people::Action::see_provider_orders};
inline constexpr Access report_delivery{people::Action::report_delivery};
inline constexpr Access change_provider_bank_details{people::Action::change_provider_bank_details};
inline constexpr Access manage_accounts{people::Action::manage_accounts};
inline constexpr Access see_caseload{people::Action::see_caseload};
inline constexpr Access audit_book{people::Action::audit_book};
inline constexpr Access see_held_money{people::Action::see_held_money};
inline constexpr Access report_held_spending{people::Action::report_held_spending};
inline constexpr Access change_holder_bank_details{people::Action::change_holder_bank_details};
inline constexpr Access see_rule_changes{people::Action::see_rule_changes};
inline constexpr Access change_rules{people::Action::change_rules};
inline constexpr Access publish_rules{people::Action::publish_rules};

}  // namespace may

// Says in a few words who that is, for the page that lists every page.
std::string_view to_text(const Access& access);

}  // namespace web
