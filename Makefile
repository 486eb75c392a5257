# Everything from a bare Debian or Ubuntu: `make run`, `make test`. The work is done in bureau/setup.

export PYTHONUTF8 = 1
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
SETUP = cd bureau && exec $(if $(PYTHON),$(PYTHON),$(error 需要 Python 3.11 或更高版本（Python 3.11 or newer is needed）)) -m setup

.PHONY: help run test check bench chaos audit pictures look image secrets format lock sbom reset clean

help:
	@echo 'make run      安装所缺、启动系统，打印网址和演示账号（PORT=9000 make run 换端口）'
	@echo 'make test     全部检查：格式、模板、依赖方向、迁移、部署、PostgreSQL、Redis、浏览器'
	@echo 'make check    快速检查：不含浏览器和较慢的测试'
	@echo 'make bench    十万件事项、一百万项待办下的速度'
	@echo 'make chaos    拔插头：反复杀进程、重启数据库、停 Redis、写满磁盘，数一数丢了什么、重了什么'
	@echo 'make audit    以每个岗位的账号向每个网址伪造请求，数一数泄露、出错和收下的坏文件，有一处就以错误结束'
	@echo 'make pictures 用演示县重新拍使用手册的插图'
	@echo 'make look     各岗位的页面按电脑和手机两种尺寸拍成看样，存到 var/look/'
	@echo 'make image    制作生产镜像并在里面试运行（buildah，不用容器引擎；root）'
	@echo 'make secrets  生成生产环境的密钥文件，已有的不动（root）'
	@echo 'make format   自动整理代码和模板的格式'
	@echo 'make lock     重新锁定依赖版本'
	@echo 'make sbom     软件物料清单（CycloneDX）：生产环境的每个依赖、版本、许可证、校验码，存到 var/'
	@echo 'make reset    清除演示数据，重新生成'
	@echo 'make clean    删除虚拟环境和缓存，不动 var/ 中的数据'

run test check bench chaos audit pictures look image secrets format lock sbom reset:
	@$(SETUP) $@

clean:
	rm -rf .venv .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -path ./var -prune -o -name __pycache__ -type d -exec rm -rf {} +
