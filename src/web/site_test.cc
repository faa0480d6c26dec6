#include "web/site.h"

#include <gtest/gtest.h>

#include <concepts>
#include <set>

#include "casework/council_for_tests.h"
#include "web/csrf.h"
#include "web/layout.h"
#include "web/urlencoded.h"

namespace web {
namespace {

// A route without an access rule is not a route: it does not compile.
template <typename Rule>
concept CanStandAsRoute = requires(Handler handler, Rule rule) {
    Route{GET, "/", rule, handler, "What it is for"};
};
template <typename Page>
concept CanStandWithoutRule = requires(Page page) {
    Route{GET, "/", page, "What it is for"};
};
static_assert(CanStandAsRoute<Access>);
static_assert(!CanStandAsRoute<std::string_view>);
static_assert(!std::is_default_constructible_v<Access>);
static_assert(!CanStandWithoutRule<Handler>);

// A browser: it keeps cookies and sends forms as they stand on the page it looked at.
class SiteTest : public casework::Council {
protected:
    void SetUp() override {
        casework::Council::SetUp();
        open(false);
    }
    void open(bool is_example, SiteOptions options = {}) {
        site_ = std::make_unique<Site>(
            options,
            std::vector<OpenCouncil>{
                {{"wendlebury", "Wendlebury Council", is_example}, [this] { return desk({}); }}},
            StaticFiles());
    }
    Response get(const std::string& target) {
        RawRequest raw;
        raw.method = "GET";
        raw.target = target;
        return send(std::move(raw));
    }
    // Sends a form with the token and number of the page seen last, and fields.
    Response post(const std::string& target, std::vector<Field> fields) {
        fields.push_back({"csrf", token_});
        fields.push_back({"request", request_});
        return post_plain(target, fields);
    }
    Response post_plain(const std::string& target, const std::vector<Field>& fields,
                        std::vector<Field> headers = {}) {
        RawRequest raw;
        raw.method = "POST";
        raw.target = target;
        raw.headers = Fields(std::move(headers));
        raw.headers.add("content-type", "application/x-www-form-urlencoded");
        for (const Field& field : fields) {
            raw.body += (raw.body.empty() ? "" : "&") + percent_encode(field.name) + "=" +
                        percent_encode(field.value);
        }
        return send(std::move(raw));
    }
    Response send(RawRequest raw) {
        raw.headers.add("host", "localhost:8080");
        std::string cookies;
        for (const auto& [name, value] : cookies_) {
            cookies.append(cookies.empty() ? "" : "; ").append(name).append("=").append(value);
        }
        if (!cookies.empty()) {
            raw.headers.add("cookie", cookies);
        }
        Response response = site_->answer(std::move(raw));
        for (const Field& header : response.headers) {
            if (header.name == "Set-Cookie") {
                const std::string pair = header.value.substr(0, header.value.find(';'));
                const std::size_t equals = pair.find('=');
                cookies_[pair.substr(0, equals)] = pair.substr(equals + 1);
            }
        }
        if (response.body.find("name=\"csrf\"") != std::string::npos) {
            token_ = value_of(response.body, "csrf");
            request_ = value_of(response.body, "request");
        }
        return response;
    }
    static std::string value_of(const std::string& body, const std::string& name) {
        const std::string before = "name=\"" + name + "\" value=\"";
        const std::size_t at = body.rfind(before);
        return at == std::string::npos
                   ? ""
                   : body.substr(at + before.size(),
                                 body.find('"', at + before.size()) - at - before.size());
    }
    static std::string header(const Response& response, std::string_view name) {
        for (const Field& field : response.headers) {
            if (field.name == name) {
                return field.value;
            }
        }
        return "";
    }
    // The number that stands behind some words of an answer; -1 when they are not there.
    static int seconds_after(const Response& response, std::string_view words) {
        const std::size_t at = response.body.find(words);
        return at == std::string::npos ? -1 : std::atoi(response.body.c_str() + at + words.size());
    }
    static bool says(const Response& response, std::string_view words) {
        return response.body.find(words) != std::string::npos;
    }
    // Ann begins her account on the pages; her browser is signed in then.
    PersonId sign_in_ann() {
        casework::Desk made = desk(worker_);
        const auto started = casework::start_record(made, ann());
        EXPECT_TRUE(started.has_value());
        get("/begin");
        EXPECT_TRUE(says(post("/begin", {{"code", *started->paper_code}}), "Ann Ashe"));
        const Response chosen = post("/begin/choose", {{"code", *started->paper_code},
                                                       {"user_name", "ann.ashe"},
                                                       {"password", "three small words"}});
        EXPECT_EQ(chosen.status, 200) << chosen.body;
        EXPECT_TRUE(says(chosen, "I have written it down"));
        return started->person;
    }
    void sign_in(AccountId account) {
        casework::Desk nobody = desk({});
        make_example();
        const auto entered = casework::sign_in_as_example(nobody, account);
        ASSERT_TRUE(entered.has_value());
        cookies_["onepurse"] = "wendlebury." + entered->token;
    }

    std::unique_ptr<Site> site_;
    std::map<std::string, std::string> cookies_;
    std::string token_;
    std::string request_;
};

}  // namespace

TEST(Routes, are_whole_and_none_stands_twice) {
    std::set<std::pair<Method, std::string_view>> seen;
    for (const std::span<const Route> table : all_routes()) {
        for (const Route& route : table) {
            EXPECT_TRUE(seen.emplace(route.method, route.pattern).second) << route.pattern;
            EXPECT_TRUE(route.pattern.starts_with('/')) << route.pattern;
            EXPECT_TRUE(route.handler) << route.pattern;
            EXPECT_GE(route.purpose.size(), 5U) << route.pattern;
        }
    }
    EXPECT_GE(seen.size(), 15U);
}

TEST(Routes, ask_for_a_person_where_the_rule_is_about_one) {
    // A page with somebody's id in its path is never open to anyone or to everybody signed in.
    for (const std::span<const Route> table : all_routes()) {
        for (const Route& route : table) {
            if (route.pattern.find("{person}") != std::string_view::npos) {
                EXPECT_EQ(route.access.kind(), Access::Kind::action) << route.pattern;
            }
        }
    }
}

TEST(Routes, match_only_ids_of_their_kind) {
    Random random = Random::seeded(1);
    const std::string person = random.id<PersonId>(1).to_text();
    const std::string plan = random.id<PlanId>(1).to_text();
    EXPECT_EQ(match_path("/people/{person}/plan", "/people/" + person + "/plan")->get("person"),
              person);
    EXPECT_FALSE(match_path("/people/{person}/plan", "/people/" + plan + "/plan"));
    EXPECT_FALSE(match_path("/people/{person}", "/people/"));
    EXPECT_FALSE(match_path("/people/{person}", "/people/" + person + "/"));
    EXPECT_FALSE(match_path("/people/{person}", "/people/" + person + "/more"));
    EXPECT_FALSE(match_path("/people", "/people/x"));
    EXPECT_TRUE(match_path("/", "/"));
    EXPECT_EQ(match_path("/streams/{stream}", "/streams/adult_social_care")->get("stream"),
              "adult_social_care");
}

TEST_F(SiteTest, puts_every_security_header_on_every_answer) {
    sign_in_ann();
    std::vector<Response> answers = {get("/nowhere"), get("/sign-in?who=me"), get("/%GG"),
                                     post_plain("/sign-in", {}), site_->refuse(413, "Too large")};
    for (const std::span<const Route> table : all_routes()) {
        for (const Route& route : table) {
            if (route.method == GET) {
                answers.push_back(get(std::string(route.pattern)));
            } else {
                answers.push_back(post_plain(std::string(route.pattern), {}));
            }
        }
    }
    for (const Response& answer : answers) {
        EXPECT_EQ(header(answer, "Content-Security-Policy").substr(0, 18), "default-src 'none'");
        EXPECT_EQ(header(answer, "Content-Security-Policy").find("unsafe"), std::string::npos);
        EXPECT_EQ(header(answer, "X-Content-Type-Options"), "nosniff");
        EXPECT_EQ(header(answer, "Referrer-Policy"), "no-referrer");
        EXPECT_EQ(header(answer, "X-Frame-Options"), "DENY");
        EXPECT_NE(header(answer, "Cache-Control"), "");
        EXPECT_EQ(header(answer, "Strict-Transport-Security"), "");
        EXPECT_EQ(answer.body.find("<script>"), std::string::npos);
        EXPECT_EQ(answer.body.find(" style="), std::string::npos);
        EXPECT_EQ(answer.body.find(" onclick="), std::string::npos);
    }
}

TEST_F(SiteTest, keeps_no_page_of_somebody_signed_in) {
    sign_in_ann();
    for (const std::string page : {"/account", "/help/pages", "/accessibility", "/nowhere"}) {
        EXPECT_EQ(header(get(page), "Cache-Control"), "no-store") << page;
    }
}

TEST_F(SiteTest, refuses_an_unknown_parameter_on_every_page) {
    for (const std::span<const Route> table : all_routes()) {
        for (const Route& route : table) {
            if (route.method == GET && route.pattern.find('{') == std::string_view::npos) {
                EXPECT_EQ(get(std::string(route.pattern) + "?no_such_thing=1").status, 400)
                    << route.pattern;
            }
        }
    }
}

TEST_F(SiteTest, sends_nobody_past_the_door_without_signing_in) {
    Random random = Random::seeded(5);
    for (const std::span<const Route> table : all_routes()) {
        for (const Route& route : table) {
            if (route.access == may::anyone) {
                continue;
            }
            std::string path(route.pattern);
            for (std::size_t at = 0; (at = path.find('{')) != std::string::npos;) {
                const std::size_t end = path.find('}', at);
                const auto prefix = id_prefix(path.substr(at + 1, end - at - 1));
                path.replace(at, end - at + 1,
                             prefix ? base::id_to_text(*prefix, 1, random.next()) : "word");
            }
            const Response answer = route.method == GET ? get(path) : post(path, {});
            EXPECT_EQ(answer.status, 303) << path;
            EXPECT_TRUE(header(answer, "Location").starts_with("/sign-in?back=")) << path;
        }
    }
}

TEST_F(SiteTest, refuses_another_persons_pages_in_three_short_sentences) {
    sign_in_ann();
    const PersonId other = start(ann());
    const Response answer = get("/people/" + other.to_text() + "/budget");
    EXPECT_EQ(answer.status, 403);
    EXPECT_TRUE(says(answer, "people.not_allowed"));
    EXPECT_FALSE(says(answer, "You are helping"));
}

TEST_F(SiteTest, takes_forms_from_its_own_pages_only) {
    sign_in_ann();
    get("/account/password");
    const std::vector<Field> good = {{"csrf", token_}, {"request", request_}};
    const auto status = [&](const std::vector<Field>& fields, std::vector<Field> headers) {
        return post_plain("/account/password", fields, std::move(headers)).status;
    };
    EXPECT_EQ(status(good, {}), 422);  // taken: asks for the passwords
    EXPECT_EQ(status(good, {{"origin", "http://localhost:8080"}}), 422);
    EXPECT_EQ(status(good, {{"origin", "null"}, {"sec-fetch-site", "same-origin"}}), 422);
    EXPECT_EQ(status(good, {{"sec-fetch-site", "cross-site"}}), 403);
    EXPECT_EQ(status(good, {{"sec-fetch-site", "same-site"}}), 403);
    EXPECT_EQ(status(good, {{"origin", "http://elsewhere.example"}}), 403);
    EXPECT_EQ(status({{"request", request_}}, {}), 403);
    EXPECT_EQ(status({{"csrf", std::string(64, '0')}, {"request", request_}}, {}), 403);
    EXPECT_EQ(status({{"csrf", token_}}, {}), 400);  // no number of its own
}

TEST_F(SiteTest, refuses_the_form_of_before_signing_in) {
    get("/begin");
    const std::string before = token_;
    sign_in_ann();
    EXPECT_EQ(post_plain("/sign-out", {{"csrf", before}, {"request", request_}}).status, 403);
    get("/account");
    EXPECT_EQ(post("/sign-out", {}).status, 303);
}

TEST_F(SiteTest, gives_a_new_session_at_sign_in_and_none_after_sign_out) {
    sign_in_ann();
    const std::string first = cookies_["onepurse"];
    EXPECT_EQ(get("/account").status, 200);
    get("/account");
    const Response out = post("/sign-out", {});
    EXPECT_EQ(header(out, "Clear-Site-Data"), "\"cache\", \"cookies\", \"storage\"");
    cookies_["onepurse"] = first;  // a thief has kept it
    EXPECT_EQ(get("/account").status, 303);
    get("/sign-in");
    const Response again =
        post("/sign-in", {{"user_name", "ann.ashe"}, {"password", "three small words"}});
    EXPECT_EQ(again.status, 303);
    EXPECT_NE(cookies_["onepurse"], first);
    EXPECT_EQ(get("/account").status, 200);
}

TEST_F(SiteTest, keeps_what_was_typed_and_marks_the_page_when_signing_in_fails) {
    get("/sign-in");
    const Response empty = post("/sign-in", {{"user_name", ""}, {"password", ""}});
    EXPECT_EQ(empty.status, 422);
    EXPECT_TRUE(says(empty, "<title>Error: Sign in"));
    EXPECT_TRUE(says(empty, "href=\"#user_name\""));
    EXPECT_TRUE(says(empty, "Enter your password"));
    const Response wrong =
        post("/sign-in", {{"user_name", "<b>ann"}, {"password", "not her password"}});
    EXPECT_TRUE(says(wrong, "value=\"&lt;b&gt;ann\""));
    EXPECT_FALSE(says(wrong, "not her password"));
}

TEST_F(SiteTest, stops_a_network_that_guesses_names_and_says_how_long) {
    sign_in_ann();
    const auto guess = [&](const std::string& peer, const std::string& name,
                           const std::string& said_in_front = "") {
        cookies_.clear();
        get("/sign-in");
        RawRequest raw;
        raw.method = "POST";
        raw.target = "/sign-in";
        raw.peer = peer;
        raw.headers.add("content-type", "application/x-www-form-urlencoded");
        if (!said_in_front.empty()) {
            raw.headers.add("x-forwarded-for", said_in_front);
        }
        raw.body = "user_name=" + name + "&password=one+password+for+all&csrf=" + token_ +
                   "&request=" + request_;
        return send(std::move(raw));
    };
    for (int i = 0; i < 60; ++i) {
        ASSERT_EQ(guess("192.0.2.7", "name" + std::to_string(i)).status, 422);
    }
    const Response stopped = guess("192.0.2.7", "ann.ashe");
    EXPECT_EQ(stopped.status, 429);
    EXPECT_TRUE(says(stopped, "too many wrong tries from this computer"));
    EXPECT_TRUE(says(stopped, ". Wait ") && says(stopped, " minutes, then try again"));
    EXPECT_TRUE(says(stopped, "value=\"ann.ashe\""));
    // What a visitor says of her own address is not believed, unless a server in front is trusted.
    EXPECT_EQ(guess("192.0.2.7", "ann.ashe", "192.0.2.99").status, 429);
    EXPECT_EQ(guess("192.0.2.8", "ann.ashe").status, 422);
    open(false, {.is_secure = true});
    EXPECT_EQ(guess("127.0.0.1", "ann.ashe", "192.0.2.99, 192.0.2.7").status, 429);
    EXPECT_EQ(guess("127.0.0.1", "ann.ashe", "192.0.2.7, 192.0.2.99").status, 422);
    EXPECT_EQ(guess("127.0.0.1", "ann.ashe").status, 422);
}

TEST_F(SiteTest, says_how_long_a_visit_lasts_and_gives_more_time_when_asked) {
    sign_in_ann();
    const Response page = get("/account/password");
    EXPECT_TRUE(says(page, "Signed out after 30 minutes without a page"));
    EXPECT_TRUE(says(page,
                     "data-stay=\"/account/stay\" "
                     "data-after=\"/sign-in?back=%2Faccount%2Fpassword\""));
    EXPECT_GT(seconds_after(page, "data-seconds=\""), 1700);
    EXPECT_LE(seconds_after(page, "data-seconds=\""), 1800);
    const Response stay = get("/account/stay");
    EXPECT_TRUE(stay.content_type.starts_with("application/json"));
    EXPECT_GT(seconds_after(stay, "\"seconds\": "), 1700);
    cookies_.clear();
    EXPECT_FALSE(says(get("/sign-in"), "op-session"));
    sign_in(worker_);
    EXPECT_TRUE(says(get("/account"), "Signed out after 15 minutes without a page"));
}

TEST_F(SiteTest, says_that_what_was_sent_after_the_end_of_a_visit_is_not_kept) {
    sign_in_ann();
    get("/account/password");
    cookies_["onepurse"] = "wendlebury." + std::string(64, 'a');
    const Response late = post("/account/password", {{"old_password", "three small words"}});
    EXPECT_EQ(late.status, 303);
    EXPECT_EQ(header(late, "Location"), "/sign-in?back=%2Faccount%2Fpassword&unsaved=yes");
    EXPECT_TRUE(says(get(header(late, "Location")), "What you sent last was not saved"));
    EXPECT_FALSE(says(get("/sign-in"), "What you sent last was not saved"));
}

TEST_F(SiteTest, goes_on_to_the_page_asked_for_and_nowhere_else) {
    sign_in_ann();
    get("/account");
    post("/sign-out", {});
    for (const auto& [back, to] :
         {std::pair("/account", "/account"), std::pair("//elsewhere.example", "/home"),
          std::pair("https://elsewhere.example/", "/home"),
          std::pair("/\\elsewhere.example", "/home"), std::pair("/no-such-page", "/home")}) {
        get("/sign-in");
        const Response answer =
            post("/sign-in",
                 {{"user_name", "ann.ashe"}, {"password", "three small words"}, {"back", back}});
        EXPECT_EQ(header(answer, "Location"), to) << back;
        get("/account");
        post("/sign-out", {});
    }
}

TEST_F(SiteTest, offers_the_example_people_only_in_an_example) {
    EXPECT_EQ(get("/demo").status, 422);
    EXPECT_FALSE(says(get("/"), "This is a fictional example"));
    sign_in(worker_);  // makes the book an example
    cookies_.clear();
    open(true);
    EXPECT_TRUE(says(get("/"), "This is a fictional example"));
    EXPECT_TRUE(says(get("/demo"), "Sign in as Will Ray"));
    EXPECT_EQ(post("/demo", {{"account", worker_.to_text()}}).status, 303);
    EXPECT_TRUE(says(get("/account"), "Will Ray"));
    EXPECT_TRUE(says(get("/account"), "This is a fictional example"));
}

TEST_F(SiteTest, hardens_its_cookies_behind_tls) {
    open(false, {.is_secure = true});
    const Response form = get("/sign-in");
    EXPECT_TRUE(header(form, "Set-Cookie").starts_with("__Host-onepurse-visitor="));
    EXPECT_NE(header(form, "Set-Cookie").find("; Secure"), std::string::npos);
    EXPECT_NE(header(form, "Set-Cookie").find("; HttpOnly"), std::string::npos);
    EXPECT_NE(header(form, "Set-Cookie").find("; SameSite=Lax"), std::string::npos);
    EXPECT_NE(header(form, "Strict-Transport-Security"), "");
}

TEST_F(SiteTest, says_whose_record_it_is_to_somebody_else) {
    const PersonId person = sign_in_ann();
    EXPECT_FALSE(says(get("/people/" + person.to_text() + "/budget"), "This is the record of"));
    cookies_.clear();
    sign_in(worker_);
    const Response answer = get("/people/" + person.to_text() + "/budget");
    EXPECT_TRUE(says(answer, "This is the record of <strong>Ann Ashe</strong>"));
    // From every page of hers a worker comes back to the record; on the record itself she is there.
    const std::string record = "/people/" + person.to_text() + "/record";
    const std::string back = "href=\"" + record + "\">Back to the record</a>";
    for (const char* const page : {"/budget", "/plan", "/statement", "/next"}) {
        EXPECT_TRUE(says(get("/people/" + person.to_text() + page), back)) << page;
    }
    EXPECT_FALSE(says(get(record), back));
}

TEST_F(SiteTest, sends_a_person_without_a_budget_to_what_comes_next) {
    const PersonId person = sign_in_ann();
    const std::string path = "/people/" + person.to_text();
    EXPECT_EQ(header(get("/home"), "Location"), path);
    EXPECT_TRUE(says(get(path), "What happens next"));
    EXPECT_TRUE(says(get(path + "/budget"), "href=\"" + path + "/next\""));
}

TEST_F(SiteTest, says_beside_its_boxes_which_day_of_a_statement_cannot_be) {
    const std::string statement = "/people/" + sign_in_ann().to_text() + "/statement";
    const std::string until = "&until-day=30&until-month=6&until-year=2006";
    const Response good = get(statement + "?from-day=1&from-month=6&from-year=2006" + until);
    EXPECT_EQ(good.status, 200);
    EXPECT_TRUE(says(good, "1 June 2006 to 30 June 2006"));
    EXPECT_TRUE(says(good, "statement.csv?from=2006-06-01&amp;until=2006-06-30"));
    const Response never = get(statement + "?from-day=31&from-month=2&from-year=2006" + until);
    EXPECT_EQ(never.status, 422);
    EXPECT_TRUE(says(never, "href=\"#from-day\""));
    EXPECT_TRUE(says(never, "id=\"from-error\""));
    EXPECT_TRUE(says(never, "value=\"31\""));
    const Response turned = get(statement + "?from-day=1&from-month=7&from-year=2006" + until);
    EXPECT_TRUE(says(turned, "href=\"#until-day\""));
    EXPECT_TRUE(says(turned, "not before the first day"));
    EXPECT_EQ(get(statement + ".csv?from=yesterday&until=2006-06-30").status, 422);
}

TEST_F(SiteTest, offers_to_send_a_plan_only_when_there_is_support_in_it) {
    const PersonId person = sign_in_ann();
    const std::string plans = "/people/" + person.to_text() + "/plan";
    get(plans);
    const std::string outcomes = header(post(plans, {}), "Location");
    const Response plan = get(outcomes.substr(0, outcomes.rfind('/')));
    EXPECT_EQ(plan.status, 200);
    EXPECT_TRUE(says(plan, "Add support"));
    EXPECT_FALSE(says(plan, "Send the plan to the council"));
    EXPECT_FALSE(says(plan, "govuk-button--secondary"));
}

TEST_F(SiteTest, lists_every_route) {
    const Response pages = get("/help/pages");
    for (const std::span<const Route> table : all_routes()) {
        for (const Route& route : table) {
            EXPECT_TRUE(says(pages, "<code>" + std::string(route.method == GET ? "GET " : "POST ") +
                                        std::string(route.pattern) + "</code>"))
                << route.pattern;
        }
    }
}

TEST_F(SiteTest, has_help_with_a_sum_worked_out) {
    const Response all = get("/help");
    EXPECT_TRUE(says(all, "/help/budget"));
    EXPECT_TRUE(says(get("/help/budget"), "is £6,420.00 left"));
    EXPECT_EQ(get("/help/nothing").status, 404);
}

TEST_F(SiteTest, offers_only_pages_that_exist_on_the_frame) {
    const Response first = get("/");
    for (std::size_t at = 0; (at = first.body.find("href=\"/", at)) != std::string::npos; ++at) {
        const std::string href = first.body.substr(at + 6, first.body.find('"', at + 6) - at - 6);
        const std::string path = href.substr(0, href.find_first_of("?#"));
        EXPECT_TRUE(path.starts_with("/assets/") || site_->router().find(GET, path).route) << path;
    }
}

}  // namespace web
