#!/usr/bin/env python3
"""The example as a server: one thread for each connection, which is kept."""
import argparse
import http.server

import digest


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Head and body of an answer leave in one piece and at once: in two, each answer could wait 40 ms for the caller's
    # acknowledgement of the first.
    wbufsize = 65_536
    disable_nagle_algorithm = True

    def do_GET(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        status, content_type, content = digest.answer(self.command, self.path.partition("?")[0], body)
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_GET

    def log_message(self, *about):
        """Nothing is logged."""


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--port", type=int, required=True)
    http.server.ThreadingHTTPServer(("", arguments.parse_args().port), Handler).serve_forever()
