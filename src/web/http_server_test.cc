#include "web/http_server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

using namespace web;  // NOLINT(google-build-using-namespace): a test

namespace {

// A plain socket: what it sends is exactly what the test says.
class Wire {
public:
    explicit Wire(unsigned short port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval patience{5, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        EXPECT_EQ(::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    }
    ~Wire() { ::close(socket_); }
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    // Whether the other side took all of it.
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) {
                return false;
            }
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    void finish() { ::shutdown(socket_, SHUT_WR); }
    // Reads until the other side closes, or `until` has been seen `times` times.
    std::string read(std::string_view until = {}, int times = 1) {
        std::string all;
        char bytes[4096];
        for (;;) {
            const ssize_t count = ::recv(socket_, bytes, sizeof bytes, 0);
            if (count <= 0) {
                return all;
            }
            all.append(bytes, static_cast<std::size_t>(count));
            int seen = 0;
            for (std::size_t at = 0;
                 !until.empty() && (at = all.find(until, at)) != std::string::npos;
                 at += until.size()) {
                ++seen;
            }
            if (seen >= times && !until.empty()) {
                return all;
            }
        }
    }

private:
    int socket_;
};

Service echo_service() {
    return {[](const RawRequest& raw) {
                Response response;
                response.content_type = "text/plain";
                response.body =
                    raw.method + " " + raw.target + " " + std::to_string(raw.body.size()) + " end.";
                return response;
            },
            [](int status, std::string_view message) {
                Response response;
                response.status = status;
                response.body = message;
                return response;
            },
            [](std::string_view, std::string_view target) {
                return target == "/large" ? std::size_t{2'000'000} : std::size_t{1000};
            }};
}

class HttpServerTest : public testing::Test {
protected:
    void start(ServerOptions options = {}, Service service = echo_service()) {
        options.blocking_threads = 8;
        auto made = HttpServer::start(std::move(options), std::move(service));
        ASSERT_TRUE(made.has_value());
        server_ = std::move(*made);
    }
    // Sends, closes the sending side, and gives the status of the (only or first) answer.
    std::string exchange(std::string_view bytes) {
        Wire wire(server_->port());
        wire.send(bytes);
        wire.finish();
        return wire.read();
    }
    int status(std::string_view bytes) {
        const std::string answer = exchange(bytes);
        return answer.size() > 12 ? std::atoi(answer.c_str() + 9) : 0;
    }
    std::unique_ptr<HttpServer> server_;
};

std::string get(std::string_view headers, std::string_view target = "/") {
    return "GET " + std::string(target) + " HTTP/1.1\r\n" + std::string(headers) + "\r\n";
}

}  // namespace

TEST_F(HttpServerTest, takes_all_of_a_body_it_refuses_so_that_the_answer_is_not_lost_with_it) {
    start();
    const std::size_t size = 20'000'000;
    Wire wire(server_->port());
    wire.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n");
    EXPECT_TRUE(wire.send(std::string(size, 'x')));
    wire.finish();
    EXPECT_EQ(wire.read().substr(0, 12), "HTTP/1.1 413");
}

TEST_F(HttpServerTest, takes_what_is_plain_and_refuses_what_is_ambiguous) {
    start();
    const std::string host = "Host: a\r\n";
    const std::string chunked = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    const struct {
        const char* what;
        std::string bytes;
        int status;
    } rows[] = {
        {"a plain question", get(host), 200},
        {"no host", get(""), 400},
        {"two hosts", get("Host: a\r\nHost: b\r\n"), 400},
        {"the same host twice", get("Host: a\r\nHost: a\r\n"), 400},
        {"a length and an encoding",
         "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc",
         400},
        {"two lengths that differ",
         "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc", 400},
        {"a negative length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400},
        {"a length that is no number",
         "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3x\r\n\r\nabc", 400},
        {"a length in two numbers", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3, 3\r\n\r\nabc",
         400},
        {"an unknown encoding",
         "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 501},
        {"an encoding of two",
         "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501},
        {"an encoding in HTTP 1.0",
         "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 501},
        {"a space before the colon", get("Host : a\r\n"), 400},
        {"a folded header", get("Host: a\r\nX: 1\r\n 2\r\n"), 400},
        {"a header folded with a tab", get("Host: a\r\nX: 1\r\n\t2\r\n"), 400},
        {"a bare line feed", "GET / HTTP/1.1\nHost: a\n\r\n\r\n", 400},
        {"a NUL in a header", get(std::string("Host: a\r\nX: \0y\r\n", 16)), 400},
        {"a NUL in the address", "GET /" + std::string(1, '\0') + " HTTP/1.1\r\nHost: a\r\n\r\n",
         400},
        {"no name of a header", get("Host: a\r\n: x\r\n"), 400},
        {"a version of its own", "GET / HTTP/3.7\r\nHost: a\r\n\r\n", 505},
        {"no version", "GET /\r\n\r\n", 400},
        {"garbage", "\x16\x03\x01 hello\r\n\r\n", 400},
        {"a chunked body", chunked + "3\r\nabc\r\n0\r\n\r\n", 200},
        {"a chunk size that is no number", chunked + "zz\r\nabc\r\n0\r\n\r\n", 400},
        {"a huge chunk size", chunked + "fffffffffffffffff\r\nabc\r\n0\r\n\r\n", 400},
        {"chunks beyond the limit", chunked + "500\r\n" + std::string(0x500, 'x') + "\r\n0\r\n\r\n",
         413},
        {"a body beyond the limit", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n",
         413},
        {"a body at the limit",
         "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n" + std::string(1000, 'x'),
         200},
        {"an expectation we do not know", get("Host: a\r\nExpect: miracles\r\n"), 417},
        {"a long address", get(host, "/" + std::string(9000, 'x')), 414},
        {"long headers", get("Host: a\r\nX: " + std::string(40'000, 'x') + "\r\n"), 431},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(status(row.bytes), row.status) << row.what;
    }
    std::string many = host;
    for (int i = 0; i < 101; ++i) {
        many += "X: y\r\n";
    }
    EXPECT_EQ(status(get(many)), 431);
}

TEST_F(HttpServerTest, does_not_turn_trailers_into_headers) {
    Service service = echo_service();
    service.answer = [](const RawRequest& raw) {
        Response response;
        response.body = raw.headers.has("cookie") ? "smuggled" : "clean";
        return response;
    };
    start({}, service);
    const std::string answer = exchange(
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n"
        "Cookie: onepurse=x\r\n\r\n");
    EXPECT_EQ(answer.find("smuggled"), std::string::npos) << answer;
}

TEST_F(HttpServerTest, answers_requests_sent_together_in_order_on_one_connection) {
    start();
    Wire wire(server_->port());
    wire.send(get("Host: a\r\n", "/1") + get("Host: a\r\n", "/2") + get("Host: a\r\n", "/3"));
    const std::string answer = wire.read("end.", 3);
    const std::size_t one = answer.find("GET /1");
    const std::size_t two = answer.find("GET /2");
    const std::size_t three = answer.find("GET /3");
    EXPECT_TRUE(one < two && two < three && three != std::string::npos) << answer;
}

TEST_F(HttpServerTest, answers_head_with_the_length_and_no_body) {
    start();
    const std::string answer = exchange("HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_NE(answer.find("Content-Length: 13\r\n"), std::string::npos) << answer;
    EXPECT_TRUE(answer.ends_with("\r\n\r\n")) << answer;
}

TEST_F(HttpServerTest, says_go_on_before_a_body_that_waits_for_it) {
    start();
    Wire wire(server_->port());
    wire.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    EXPECT_TRUE(wire.read("\r\n\r\n").starts_with("HTTP/1.1 100"));
    wire.send("abc");
    EXPECT_NE(wire.read("end.").find("POST / 3 end."), std::string::npos);
}

TEST_F(HttpServerTest, closes_after_connection_close_and_for_http_1_0) {
    start();
    EXPECT_NE(exchange(get("Host: a\r\nConnection: close\r\n")).find("Connection: close"),
              std::string::npos);
    EXPECT_NE(exchange("GET / HTTP/1.0\r\nHost: a\r\n\r\n").find("Connection: close"),
              std::string::npos);
}

TEST_F(HttpServerTest, takes_a_large_body_where_the_route_does) {
    start();
    const std::string body(1'500'000, 'x');
    const std::string answer = exchange("POST /large HTTP/1.1\r\nHost: a\r\nContent-Length: " +
                                        std::to_string(body.size()) + "\r\n\r\n" + body);
    EXPECT_NE(answer.find("POST /large 1500000 end."), std::string::npos);
}

TEST_F(HttpServerTest, lets_a_visitor_go_who_does_not_finish_a_request) {
    ServerOptions options;
    options.idle_seconds = 1;
    start(options);
    Wire idle(server_->port());
    Wire slow(server_->port());
    slow.send("GET / HTTP/1.1\r\nHo");
    const auto start_at = std::chrono::steady_clock::now();
    EXPECT_EQ(idle.read(), "");
    EXPECT_EQ(slow.read(), "");
    EXPECT_LT(std::chrono::steady_clock::now() - start_at, std::chrono::seconds(4));
}

TEST_F(HttpServerTest, finishes_what_is_under_way_when_it_stops) {
    std::atomic<bool> has_begun = false;
    Service service = echo_service();
    service.answer = [&](const RawRequest&) {
        has_begun = true;
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        Response response;
        response.body = "finished";
        return response;
    };
    start({}, service);
    Wire busy(server_->port());
    Wire idle(server_->port());
    busy.send(get("Host: a\r\n"));
    while (!has_begun) {
        std::this_thread::yield();
    }
    std::thread stopper([&] { server_->stop(); });
    EXPECT_NE(busy.read().find("finished"), std::string::npos);
    EXPECT_EQ(idle.read(), "");
    stopper.join();
}

TEST_F(HttpServerTest, asks_to_try_again_when_every_worker_is_busy_and_the_queue_is_full) {
    std::atomic<bool> may_finish = false;
    Service service = echo_service();
    service.answer = [&](const RawRequest&) {
        while (!may_finish) {
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        return Response{};
    };
    ServerOptions options;
    options.queue_max = 2;
    start(options, service);
    std::vector<std::unique_ptr<Wire>> wires;
    for (int i = 0; i < 10; ++i) {  // eight workers and two places
        wires.push_back(std::make_unique<Wire>(server_->port()));
        wires.back()->send(get("Host: a\r\n"));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    Wire late(server_->port());
    late.send(get("Host: a\r\n"));
    EXPECT_TRUE(late.read("\r\n\r\n").starts_with("HTTP/1.1 503"));
    may_finish = true;
    server_->stop();
}

TEST_F(HttpServerTest, answers_many_at_once_from_many_threads) {
    start();
    std::atomic<int> answered = 0;
    std::vector<std::thread> visitors;
    visitors.reserve(16);
    for (int i = 0; i < 16; ++i) {
        visitors.emplace_back([&, i] {
            Wire wire(server_->port());
            for (int k = 0; k < 50; ++k) {
                const std::string target = "/" + std::to_string(i) + "/" + std::to_string(k);
                wire.send(get("Host: a\r\n", target));
                answered += wire.read("end.").find("GET " + target + " ") != std::string::npos;
            }
        });
    }
    for (std::thread& visitor : visitors) {
        visitor.join();
    }
    EXPECT_EQ(answered, 16 * 50);
}

TEST_F(HttpServerTest, says_when_its_port_is_taken) {
    start();
    ServerOptions options;
    options.port = server_->port();
    const auto second = HttpServer::start(options, echo_service());
    ASSERT_FALSE(second.has_value());
    EXPECT_EQ(second.error().code, "web.port_in_use");
}

TEST_F(HttpServerTest, says_when_its_address_is_none) {
    ServerOptions options;
    options.address = "the front door";
    const auto server = HttpServer::start(options, echo_service());
    ASSERT_FALSE(server.has_value());
    EXPECT_EQ(server.error().code, "web.address");
}
