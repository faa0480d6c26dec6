#include "web/check_file_pages.h"

#include <charconv>

#include "casework/signing_keys.h"
#include "casework/take_signed_file.h"
#include "govuk/inset_text.h"
#include "govuk/warning_text.h"
#include "policy/signing.h"
#include "web/folding_table.h"
#include "web/layout.h"
#include "web/site.h"
#include "web/speaking.h"

namespace web {

namespace {

using casework::SignedFiles;

std::string what_it_tells(const store::IssuedAllocation& issued) {
    switch (issued.issue) {
        case policy::Issue::worked_out:
            return "What the answers come to by the rules";
        case policy::Issue::decided:
            return "What the rules give, and what was decided";
    }
    return "";
}

// Two links of one file; each says which file to those who hear the page link by link.
Html links_of(const Visit& visit, const store::IssuedAllocation& issued) {
    const std::string number = std::to_string(issued.number);
    const std::string path = person_path(visit, "/why/check/") + number;
    return Html() << "<a class=\"govuk-link\" href=\"" << path << "\">Take file " << number
                  << "</a><br><a class=\"govuk-link\" href=\"" << path << "?rules=no\">Take file "
                  << number << " without the rules</a>";
}

FoldingTable files_table(const Visit& visit, const SignedFiles& files, const Speaking& speaking) {
    FoldingTable table{.caption = speaking.Your() + " files, the latest first",
                       .columns = {{"File"}, {"Day"}, {"What it tells"}, {"Take it"}},
                       .rows = {}};
    for (const store::IssuedAllocation& each : files.issued) {
        table.rows.push_back({{.text = std::to_string(each.number)},
                              {.text = each.issued.for_people()},
                              {.text = what_it_tells(each)},
                              {.html = links_of(visit, each)}});
    }
    return table;
}

// How it is done, the same for her and for everybody.
Html how_to_check() {
    return Html()
           << "<h2 class=\"govuk-heading-m\">How to check a file</h2>"
              "<ol class=\"govuk-list govuk-list--number\">"
              "<li>Take the file and keep it on a computer.</li>"
              "<li>Get the program <code class=\"op-code\">onepurse-verify</code>. It is free and "
              "comes with Onepurse. It needs no account and no internet.</li>"
              "<li>Take the keys of the council. A key is a long number that shows who signed.</li>"
              "<li>Run <code class=\"op-code\">onepurse-verify FILE --key KEYS</code>, with the "
              "names of your two files.</li></ol>"
              "<p class=\"govuk-body\">It works everything out again. It says that the file "
              "matches, or it names the first step that is different. It also says if another "
              "council, or nobody, signed the file.</p>"
              "<p class=\"govuk-body\">You do not have to do this alone. Somebody you trust can do "
              "it for you with the file.</p>"
              "<h2 class=\"govuk-heading-m\">What it cannot tell</h2>"
              "<ul class=\"govuk-list govuk-list--bullet\">"
              "<li>It cannot tell if the answers are right.</li>"
              "<li>It cannot tell if the rules are fair.</li>"
              "<li>A person decides, and may decide another sum than the rules give. The program "
              "says where that was done.</li></ul>";
}

Result<Response> check_page(Visit& visit) {
    TRY(const SignedFiles files,
        casework::see_signed_files(visit.desk, visit.id<PersonId>("person")));
    const Speaking speaking(visit, files.person);
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Check this yourself</h1><p class=\"govuk-body-l\">"
         << "Anybody can check how the council worked out " << speaking.your()
         << " money.</p><p class=\"govuk-body\">Each time the council told " << speaking.you()
         << " a sum, it made a file. The file holds the answers, the rules, every step and the "
            "sum. The council signed it, so nobody can change it unseen.</p>";
    if (files.issued.empty()) {
        main << govuk::InsetText{.text =
                                     "There is no file yet. The first one is made when the "
                                     "answers are sent."};
    } else {
        main << govuk::WarningText{.text = "A file tells about " + speaking.your() +
                                           " health and money. Give it only to people " +
                                           speaking.you() + " " + speaking.does("trust") + ".",
                                   .icon_fallback_text = "Warning"}
             << folding_table(files_table(visit, files, speaking))
             << "<p class=\"govuk-body\">Without the rules a file is smaller. Whoever checks it "
                "then needs the rules from somewhere else.</p><p class=\"govuk-body\">Only "
             << speaking.you() << " and those who help "
             << (speaking.to_her() ? govuk::Literal("you") : govuk::Literal("her or him"))
             << " can take a file. Nobody who works for the council can.";
        if (!speaking.to_her()) {
            main << " When you take one, it is written down and " << speaking.you()
                 << " can read it.";
        }
        main << "</p>";
    }
    main << how_to_check() << "<h2 class=\"govuk-heading-m\">More</h2><ul class=\"govuk-list\">"
         << "<li><a class=\"govuk-link\" href=\"/check-a-sum\">The keys of the council</a></li>"
            "<li><a class=\"govuk-link\" href=\""
         << person_path(visit, "/why/facts")
         << "\">The answers alone, as a file for <code class=\"op-code\">onepurse "
            "decide</code></a></li></ul>";
    return show(visit, {.title = "Check this yourself",
                        .main = std::move(main),
                        .back_href = person_path(visit, "/why"),
                        .help = "why"});
}

Result<Response> signed_file(Visit& visit) {
    const std::string word = visit.word("number");
    std::int64_t number = 0;
    const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
    const std::string rules = visit.query("rules");
    const bool is_good = read.ec == std::errc() && read.ptr == word.data() + word.size() &&
                         (rules.empty() || rules == "no");
    if (!is_good) {
        return Error{"allocation.number_unknown",
                     "There is no file of this number. Open the list of files and choose again."};
    }
    TRY(casework::TakenFile file,
        casework::take_signed_file(visit.desk, visit.id<PersonId>("person"), number,
                                   rules.empty()));
    return download(std::move(file.name), "application/json", std::move(file.bytes));
}

std::string key_dates(const policy::PublishedKey& key) {
    std::string words = key.from ? "From " + key.from->for_people() : "From the beginning";
    return words +
           (key.until ? " until " + key.until->plus_days(-1).for_people() : ", still in use");
}

Html keys_of(const OpenCouncil& open) {
    casework::Desk desk = open.desk();
    const std::vector<policy::PublishedKey> keys = casework::council_keys(desk);
    Html out;
    out << "<h3 class=\"govuk-heading-s\">" << open.council.name << "</h3>";
    if (keys.empty()) {
        return out << "<p class=\"govuk-body\">It has signed nothing yet, so it has no key.</p>";
    }
    FoldingTable table{.caption = "Keys of " + open.council.name,
                       .columns = {{"Key"}, {"To say on the telephone"}, {"When"}},
                       .rows = {},
                       .hide_caption = true};
    for (const policy::PublishedKey& each : keys) {
        table.rows.push_back(
            {{.html = Html() << "<code class=\"op-code\">" << each.key << "</code>"},
             {.html = Html() << "<code class=\"op-code\">" << policy::short_key(each.key)
                             << "</code>"},
             {.text = key_dates(each)}});
    }
    return out << folding_table(table) << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\""
               << "/check-a-sum/keys/" << open.council.authority << "\">Take the keys of "
               << open.council.name << " as a file</a></p>";
}

Result<Response> how_page(Visit& visit) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Check a sum yourself</h1><p class=\"govuk-body-l\">A "
            "council that works out somebody’s money with Onepurse signs what it told her. Anybody "
            "she gives the file to can check it.</p>"
         << how_to_check()
         << "<h2 class=\"govuk-heading-m\">The keys</h2><p class=\"govuk-body\">Only the council "
            "can sign with its key. Compare it with the key you get in another way, by telephone "
            "or from somebody who took it before. Old keys stay here, so that old files can be "
            "checked.</p>";
    for (const OpenCouncil& council : visit.site.councils()) {
        main << keys_of(council);
    }
    main << "<h2 class=\"govuk-heading-m\">The rules</h2><p class=\"govuk-body\"><a "
            "class=\"govuk-link\" href=\"/how-allocation-works\">How the money is worked out, with "
            "every table</a></p>";
    return show(visit, {.title = "Check a sum yourself",
                        .main = std::move(main),
                        .back_href = "/",
                        .help = "why",
                        .keeping = Keeping::shared});
}

Result<Response> keys_file(Visit& visit) {
    const OpenCouncil* open = visit.site.find_council(visit.word("council"));
    if (open == nullptr) {
        return Error{"keys.council_unknown",
                     "There is no such council here. Open the list of keys and choose again."};
    }
    casework::Desk desk = open->desk();
    Response file =
        download("keys-" + open->council.authority + ".txt", "text/plain; charset=utf-8",
                 policy::write_keys(open->council.name, casework::council_keys(desk)));
    file.keeping = Keeping::shared;
    return file;
}

const Route routes[] = {
    {GET, "/people/{person}/why/check", may::take_signed_file, check_page,
     "Check this yourself: the signed files of what a person was told about her money"},
    {GET,
     "/people/{person}/why/check/{number}",
     may::take_signed_file,
     signed_file,
     "One signed file, with which anybody can check a sum",
     {"rules"}},
    {GET, "/check-a-sum", may::anyone, how_page,
     "How anybody checks a sum, and the keys each council signs with"},
    {GET, "/check-a-sum/keys/{council}", may::anyone, keys_file,
     "The keys of one council, as a file"},
};

}  // namespace

std::span<const Route> check_file_routes() {
    return routes;
}

}  // namespace web
