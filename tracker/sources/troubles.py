"""Why a source gave nothing, in words a person can read: English and Chinese, by the stable code."""

from __future__ import annotations

from http import HTTPStatus

from tracker.model import Trouble

_WORDS: dict[str, tuple[str, str]] = {
    "refused": ("The server refuses the connection", "服务器拒绝连接"),
    "timeout": ("The server does not answer in time", "服务器未在规定时间内应答"),
    "dns": ("The server's name is not known", "找不到该服务器的地址"),
    "tls": ("The connection is not safe: the certificate cannot be trusted", "连接不安全：证书不可信"),
    "reset": ("The server breaks the connection off", "服务器中断了连接"),
    "offline": ("There is no network", "没有网络连接"),
    "unreachable": ("The server cannot be reached", "无法到达该服务器"),
    "truncated": ("The answer ends in the middle", "应答不完整"),
    "bad-length": ("The answer has a wrong length", "应答长度有误"),
    "bad-http": ("The answer is not proper HTTP", "应答不是有效的 HTTP"),
    "bad-encoding": ("The answer is packed in a way that cannot be unpacked", "应答的压缩格式无法解开"),
    "too-large": ("The answer is larger than 5 MB", "应答超过 5 MB"),
    "too-many-redirects": ("The address leads from one redirect to the next", "地址不断跳转"),
    "bad-redirect": ("The address leads to something that is no web address", "地址跳转到无效的位置"),
    "bad-address": ("The address is no web address", "地址无效"),
    "private-address": ("The address leads into a private network", "地址指向内部网络"),
    "not-a-feed": ("The answer is a web page or something else, not a feed", "应答不是订阅源"),
    "empty": ("The feed has no entries", "订阅源没有任何条目"),
    "broken": ("The feed is damaged and nothing could be read", "订阅源已损坏，无法读取"),
    "too-complex": ("The feed is built as no honest feed is, and was not read", "订阅源结构异常，未予读取"),
    "layout-changed": ("The page looks different from what this program knows", "网页结构已改变，无法识别"),
    "bad-json": ("The answer is not the JSON it should be", "应答的 JSON 无效"),
    "no-adapter": ("This version cannot read this kind of source", "此版本不支持该类来源"),
    "stopped": ("The check was stopped", "检查已停止"),
    "internal": ("This program failed while reading the answer", "本程序在读取应答时出错"),
    "failed": ("The source gave no usable answer", "来源没有给出可用的应答"),
    "no-proxy": ("The proxy cannot be reached", "无法连接代理服务器"),
    "proxy-auth": ("The proxy does not accept the user name and password", "代理服务器不接受该用户名和密码"),
    "proxy-denied": ("The proxy does not let this program through to the server", "代理服务器不允许访问该服务器"),
    "bad-proxy": ("The proxy's address cannot be used", "代理服务器的地址无法使用"),
    "no-secret": ("The password or token is not in the keyring", "密钥环中没有所需的密码或令牌"),
    "no-keyring": (
        "There is no keyring, and the password has not been entered since the start",
        "系统没有密钥环，本次启动后尚未输入密码",
    ),
    "keyring-locked": (
        "The keyring that holds the password is locked or does not answer",
        "保存密码的密钥环已锁定或没有应答",
    ),
    "bad-secret": ("The token holds characters that no token has", "令牌含有无效字符"),
    "login-refused": ("The server refuses the password or token (401)", "服务器拒绝该密码或令牌（401）"),
    "login-open": ("A password or token is only sent to an https address", "密码或令牌只会发送到 https 地址"),
    "login-elsewhere": (
        "The address leads to another server, which is not sent the secret",
        "地址跳转到另一台服务器，密码未发送到那里",
    ),
    "http-401": ("The server wants a password (401)", "服务器要求密码（401）"),
    "http-403": ("The server blocks this program (403)", "服务器拒绝本程序访问（403）"),
    "http-404": ("The feed is not at this address (404)", "该地址没有订阅源（404）"),
    "http-410": ("The source was closed for good (410)", "该来源已永久关闭（410）"),
    "http-429": ("The server asks for fewer visits (429)", "服务器要求减少访问（429）"),
}


def trouble(code: str) -> Trouble:
    """The trouble of a code, in English words."""
    return Trouble(code, words(code))


def words(code: str, language: str = "en") -> str:
    """What a code means, in one sentence without its full stop."""
    chinese = language.lower().startswith("zh")
    if code in _WORDS:
        return _WORDS[code][chinese]
    if code.startswith("http-") and code[5:].isdigit():
        name = f"{code[5:]} {_phrase(int(code[5:]))}".strip()
        return f"服务器返回错误 {code[5:]}" if chinese else f"The server answers “{name}”"
    return _WORDS["failed"][chinese]


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
