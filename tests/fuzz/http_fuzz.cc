// Sends any bytes to a running server over the loopback: whatever it answers is an answer of HTTP,
// and it goes on serving. Built by clang with -fsanitize=fuzzer.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "web/http_server.h"

namespace {

web::Service service() {
    return {.answer =
                [](const web::RawRequest& raw) {
                    web::Response response;
                    response.body = raw.method + " " + raw.target + "\n" + raw.body;
                    return response;
                },
            .refuse =
                [](int status, std::string_view message) {
                    web::Response response;
                    response.status = status;
                    response.body = message;
                    return response;
                },
            .body_max = [](std::string_view, std::string_view) { return std::size_t{4'096}; }};
}

web::HttpServer& server() {
    static const std::unique_ptr<web::HttpServer> running = [] {
        web::ServerOptions options;
        options.io_threads = 1;
        options.blocking_threads = 1;
        options.idle_seconds = 2;
        auto started = web::HttpServer::start(options, service());
        CHECK(started.has_value());
        return std::move(*started);
    }();
    return *running;
}

std::string answer_to(std::string_view bytes) {
    const int wire = ::socket(AF_INET, SOCK_STREAM, 0);
    CHECK(wire >= 0);
    const linger at_once{1, 0};  // no thousands of ports that wait
    ::setsockopt(wire, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    const timeval patience{5, 0};
    ::setsockopt(wire, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    // Each visitor comes from an address of its own, so that ports still waiting are not missed.
    static std::uint32_t visitors = 0;
    const int later = 1;
    ::setsockopt(wire, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &later, sizeof later);
    sockaddr_in own{};
    own.sin_family = AF_INET;
    own.sin_addr.s_addr = htonl(INADDR_LOOPBACK + 1 + visitors++ % 100'000);
    CHECK(::bind(wire, reinterpret_cast<sockaddr*>(&own), sizeof own) == 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(server().port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    CHECK(::connect(wire, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    while (!bytes.empty()) {
        const ssize_t sent = ::send(wire, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            break;
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    ::shutdown(wire, SHUT_WR);
    std::string all;
    char part[4096];
    for (;;) {
        const ssize_t count = ::recv(wire, part, sizeof part, 0);
        if (count <= 0) {
            break;
        }
        all.append(part, static_cast<std::size_t>(count));
    }
    ::close(wire);
    return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string answer =
        answer_to(std::string_view(reinterpret_cast<const char*>(data), size));
    CHECK(answer.empty() || answer.starts_with("HTTP/1.1 "));
    return 0;
}
