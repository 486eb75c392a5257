"""查看身份, 改正身份, 授权查看, 查看记录. For whom they are not, they do not exist."""
