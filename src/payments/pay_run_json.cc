#include "payments/pay_run_json.h"

#include "base/json.h"

namespace payments {

namespace {

json::object form(const OwedLine& line) {
    return {{"person", line.person.to_text()},
            {"stream", line.stream},
            {"about", line.about},
            {"from", line.service.from.to_text()},
            {"until", line.service.until.to_text()},
            {"amount", line.amount.to_text()},
            {"attempt", line.attempt}};
}

json::object form(const BankAccount& account) {
    return {{"sort_code", account.sort_code.for_people()},
            {"account_number", account.number.digits()},
            {"account_name", account.name.text()}};
}

json::object form(const PaymentLine& line) {
    json::object object = form(line.owed);
    if (line.stopped.has_value()) {
        object["stopped"] = to_text(*line.stopped);
    }
    return object;
}

json::object form(const Payment& payment) {
    json::object object = {{"id", payment.id.to_text()},
                           {"payee", payment.payee.to_text()},
                           {"payee_name", payment.payee_name},
                           {"status", to_text(payment.status)},
                           {"amount", payment.amount().to_text()},
                           {"stopped_amount", payment.stopped_amount().to_text()},
                           {"end_to_end_id", payment.end_to_end_id}};
    if (payment.stopped.has_value()) {
        object["stopped"] = to_text(*payment.stopped);
        object["stopped_because"] = for_people(*payment.stopped);
    }
    if (payment.account.has_value()) {
        object["account"] = form(*payment.account);
    }
    json::array lines;
    for (const PaymentLine& line : payment.lines) {
        lines.push_back(form(line));
    }
    object["lines"] = std::move(lines);
    return object;
}

}  // namespace

json::object to_json(const PayRun& run) {
    json::object object = {{"id", run.id.to_text()},
                           {"status", to_text(run.status)},
                           {"pay_on", run.pay_on.to_text()},
                           {"from", form(run.from)},
                           {"prepared_by", run.prepared_by.to_text()},
                           {"prepared_at", run.prepared_at.to_text()},
                           {"total", run.total().to_text()},
                           {"count", run.count()},
                           {"stopped_total", run.stopped_total().to_text()},
                           {"message_id", run.message_id()},
                           {"payment_information_id", run.payment_information_id()}};
    if (run.released_by.has_value() && run.released_at.has_value()) {
        object["released_by"] = run.released_by->to_text();
        object["released_at"] = run.released_at->to_text();
    }
    json::array payments;
    for (const Payment& payment : run.payments) {
        payments.push_back(form(payment));
    }
    object["payments"] = std::move(payments);
    return object;
}

json::object to_json(const RunSummary& summary) {
    json::array new_payees;
    for (const PaymentId& payment : summary.new_payees) {
        new_payees.push_back(json::value(payment.to_text()));
    }
    json::array changes;
    for (const RunChange& change : summary.changes) {
        json::object object = {{"payee", change.payee.to_text()}};
        if (change.before.has_value()) {
            object["before"] = change.before->to_text();
        }
        if (change.now.has_value()) {
            object["now"] = change.now->to_text();
        }
        object["is_other_account"] = change.is_other_account;
        changes.push_back(std::move(object));
    }
    json::array stopped;
    for (const StoppedLine& line : summary.stopped) {
        json::object object = form(line.owed);
        object["payment"] = line.payment.to_text();
        object["stopped"] = to_text(line.reason);
        object["stopped_because"] = for_people(line.reason);
        stopped.push_back(std::move(object));
    }
    json::object streams;
    for (const StreamSum& sum : summary.streams) {
        streams[sum.stream] = sum.amount.to_text();
    }
    return {{"total", summary.total.to_text()},
            {"count", summary.count},
            {"stopped_total", summary.stopped_total.to_text()},
            {"new_payees", std::move(new_payees)},
            {"changes", std::move(changes)},
            {"stopped", std::move(stopped)},
            {"streams", std::move(streams)}};
}

}  // namespace payments
