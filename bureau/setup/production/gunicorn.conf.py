"""gunicorn in production. Requests are logged by the application, without what people typed."""

import os

bind = f"0.0.0.0:{os.environ.get('PORT', 8000)}"
workers = int(os.environ.get("WEB_WORKERS", 3))
timeout = 120  # seconds a page may take; what takes longer is work for the worker
graceful_timeout = 30  # seconds for pages in hand when the service is stopped
max_requests = 5000  # then a worker is replaced, and gives back what memory it gathered
max_requests_jitter = 500
worker_tmp_dir = "/dev/shm"  # the sign of life is not kept waiting by a slow disk
control_socket_disable = True  # the container's file system is read-only
