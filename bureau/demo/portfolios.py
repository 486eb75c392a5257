"""分管: which leader is in charge of which units (short names), over all functions."""

EVERY_UNIT = ("secretary", "magistrate")

PORTFOLIOS = {
    "deputy-secretary": "县委办 县委社会工作部 县委编办 县直机关工委 县委党校 县信访局",
    "vice-exec": "县政府办 县发改局 县财政局 县统计局 县应急管理局 县行政审批服务局 县数据局 县人社局 县司法局 县税务局 经开区管委会",
    "vice-agri": "县农业农村局 县水利局 县林业局 县供销社 县气象局",
    "vice-industry": "县科工局 县商务局 县市监局 县优化营商环境协调事务中心 县供电公司 县烟草专卖局",
    "vice-build": "县住建局 县城管执法局 县自然资源局 县城投公司 县自来水公司",
    "vice-transport": "县交通运输局 县公路建设养护中心 县公安局 县邮政分公司",
    "vice-edu": "县教育局 县民政局 县卫健局 县医保局 县文旅广体局 县退役军人事务局 县旅发公司",
    "vice-env": "县生态环境分局 县消防救援大队",
}
