#pragma once
// The HTTP server: takes connections, reads requests strictly, hands each to the site on a blocking
// thread, and writes the answer in one go. It knows sizes, times and framing and nothing of pages.
// What is ambiguous is refused and the connection closed: two lengths, folded headers, a bare line
// feed, an encoding we do not know, no host or two. A slow or idle visitor is let go by a sweep
// once a second. Boost.Beast and Asio are seen in http_server.cc alone (decision 14).

#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

#include "base/result.h"
#include "web/request.h"
#include "web/response.h"

namespace web {

struct ServerOptions {
    std::string address = "127.0.0.1";
    unsigned short port = 0;  // 0: any free one
    int io_threads = 2;
    std::size_t blocking_threads = 64;
    // Of those threads; a store reads for as many at once.
    std::size_t looks_at_once_max = std::max(2U, std::thread::hardware_concurrency());
    std::size_t queue_max = 1024;
    std::size_t connections_max = 4096;
    std::size_t line_bytes_max = std::size_t{8} * 1024;
    std::size_t head_bytes_max = std::size_t{32} * 1024;
    std::size_t headers_max = 100;
    std::size_t large_bytes_max =
        std::size_t{64} * 1024 * 1024;  // of all large bodies being read at once
    int idle_seconds = 15;              // also the longest a head may take
    int grace_seconds = 5;              // for requests under way when stopping
};

// What the server asks the site.
struct Service {
    // Answers one request; called on a blocking thread, many at a time.
    std::function<Response(RawRequest)> answer;
    // Makes the page for a message the server itself refuses; called on a network thread.
    std::function<Response(int status, std::string_view message)> refuse;
    // Gives how many bytes of body this method and target may carry; on a network thread.
    std::function<std::size_t(std::string_view method, std::string_view target)> body_max;
};

class HttpServer {
public:
    // Binds, and serves at once. Refuses: web.address, web.port_in_use.
    static Result<std::unique_ptr<HttpServer>> start(ServerOptions options, Service service);
    // Stops and waits.
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    unsigned short port() const;
    // Takes no new requests, lets those under way finish, and returns when all are done.
    void stop();

private:
    struct State;
    explicit HttpServer(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace web
