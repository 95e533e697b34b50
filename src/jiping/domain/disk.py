"""What a disk answers, in plain words."""

import errno

_WORDS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTDIR: "路径中有一段是文件，不是文件夹",
    errno.EEXIST: "路径中有一段是文件，不是文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘只能读，不能写",
    errno.ENOSPC: "磁盘已满",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EBUSY: "文件正被其他程序使用",
    errno.EIO: "磁盘读写出错",
    errno.ELOOP: "链接绕成了圈",
}


def reason(fault: OSError) -> str:
    """Return why the disk refused; a rare answer is told by its number, for whoever looks after the machine."""
    return _WORDS.get(fault.errno or 0, f"系统错误 {fault.errno}")
