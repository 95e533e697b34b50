#!/bin/sh
# Install the programs the tests look at documents with; without root say what is missing and go on:
# the tests that need them then skip with the reason (and fail under CI=true).
set -eu
missing=""
for pair in pdftotext:poppler-utils qpdf:qpdf soffice:libreoffice-writer-nogui java:openjdk-17-jre-headless pg_ctlcluster:postgresql chromium:chromium; do
    command -v "${pair%%:*}" >/dev/null 2>&1 || missing="$missing ${pair##*:}"
done
# the picture library that finds table lines in scans links against these two
ldconfig -p 2>/dev/null | grep -q "libGL.so.1" || missing="$missing libgl1 libglib2.0-0"
fc-list 2>/dev/null | grep -q "Noto Sans CJK" || missing="$missing fonts-noto-cjk fontconfig"
case "$missing" in *libreoffice*) missing="$missing libreoffice-calc-nogui" ;; esac
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "正在安装测试所需的系统软件:$missing"
    apt-get update -qq >/dev/null
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "缺少系统软件:$missing （没有 root 权限，相关测试将跳过并说明原因）"
fi
