# What a deployment needs beyond that for a machine with CloudFront before it (the root service). A policy of its own: one
# role's policies may not be longer than AWS says.
locals {
  service = { for stage in local.stages : stage => [
    {
      Sid = "Bucket"
      Action = [
        "s3:CreateBucket", "s3:DeleteBucket", "s3:ListBucket", "s3:ListBucketVersions", "s3:GetBucket*", "s3:PutBucket*",
        "s3:DeleteBucketPolicy", "s3:GetAccelerateConfiguration", "s3:GetEncryptionConfiguration",
        "s3:PutEncryptionConfiguration", "s3:GetLifecycleConfiguration", "s3:PutLifecycleConfiguration",
        "s3:GetReplicationConfiguration", "s3:GetObject*", "s3:PutObject*", "s3:DeleteObject*",
      ]
      Resource = ["arn:aws:s3:::payweek-service-${stage}-*"]
    },
    {
      # Things of a network are named by numbers that AWS draws. Whatever is made must carry the stage, and only what
      # carries it is changed or taken away.
      Sid    = "MakeWithTheStage"
      Action = ["ec2:Create*", "ec2:RunInstances"]
      Resource = [
        for kind in [
          "vpc", "subnet", "internet-gateway", "route-table", "security-group", "vpc-endpoint", "instance",
        ] : "arn:aws:ec2:${local.here}:${kind}/*"
      ]
      Condition = { StringEquals = { "aws:RequestTag/stage" = stage, "aws:RequestTag/project" = "payweek" } }
    },
    {
      # What a new thing is put into or made from, and the disks that come with a machine and carry nothing yet.
      Sid    = "MakeIn"
      Action = ["ec2:Create*", "ec2:RunInstances"]
      Resource = concat(
        [
          for kind in ["vpc", "subnet", "route-table", "security-group", "volume", "network-interface"] :
          "arn:aws:ec2:${local.here}:${kind}/*"
        ],
        ["arn:aws:ec2:${var.region}::image/*", "arn:aws:ec2:${local.here}:snapshot/*"],
      )
    },
    {
      Sid = "ChangeWhatCarriesTheStage"
      Action = [
        "ec2:AttachInternetGateway", "ec2:AttachVolume", "ec2:AuthorizeSecurityGroup*", "ec2:AssociateRouteTable",
        "ec2:Delete*", "ec2:DetachInternetGateway", "ec2:DetachVolume", "ec2:DisassociateRouteTable", "ec2:Modify*",
        "ec2:RevokeSecurityGroup*", "ec2:StartInstances", "ec2:StopInstances", "ec2:TerminateInstances",
      ]
      Resource  = ["arn:aws:ec2:${local.here}:*/*"]
      Condition = { StringEquals = { "aws:ResourceTag/stage" = stage, "aws:ResourceTag/project" = "payweek" } }
    },
    {
      Sid       = "NameWhatIsMade"
      Action    = ["ec2:CreateTags"]
      Resource  = ["arn:aws:ec2:${local.here}:*/*"]
      Condition = { StringEquals = { "aws:RequestTag/stage" = stage } }
    },
    {
      Sid      = "Image"
      Action   = ["ssm:GetParameter"]
      Resource = ["arn:aws:ssm:${var.region}::parameter/aws/service/ami-amazon-linux-latest/*"]
    },
    {
      Sid = "Profile"
      Action = [
        "iam:CreateInstanceProfile", "iam:DeleteInstanceProfile", "iam:GetInstanceProfile", "iam:TagInstanceProfile",
        "iam:AddRoleToInstanceProfile", "iam:RemoveRoleFromInstanceProfile", "iam:ListInstanceProfilesForRole",
      ]
      Resource = [
        "arn:aws:iam::${local.account}:instance-profile/payweek-service-${stage}",
        "arn:aws:iam::${local.account}:role/payweek-service-${stage}",
      ]
    },
    {
      Sid = "Role"
      Action = [
        "iam:GetRole", "iam:GetRolePolicy", "iam:ListRolePolicies", "iam:ListAttachedRolePolicies", "iam:DeleteRole",
        "iam:TagRole", "iam:DeleteRolePolicy",
      ]
      Resource = ["arn:aws:iam::${local.account}:role/payweek-service-${stage}"]
    },
    {
      Sid       = "MakeRoleBehindTheBoundary"
      Action    = ["iam:CreateRole", "iam:PutRolePolicy"]
      Resource  = ["arn:aws:iam::${local.account}:role/payweek-service-${stage}"]
      Condition = { StringEquals = { "iam:PermissionsBoundary" = aws_iam_policy.boundary.arn } }
    },
    {
      Sid       = "HandRoleToMachine"
      Action    = ["iam:PassRole"]
      Resource  = ["arn:aws:iam::${local.account}:role/payweek-service-${stage}"]
      Condition = { StringEquals = { "iam:PassedToService" = "ec2.amazonaws.com" } }
    },
    {
      # What carries the stage may be changed; making one is allowed by its kind, since it has no name before.
      Sid    = "Front"
      Action = ["cloudfront:CreateDistribution", "cloudfront:CreateVpcOrigin", "cloudfront:TagResource"]
      Resource = [
        "arn:aws:cloudfront::${local.account}:distribution/*", "arn:aws:cloudfront::${local.account}:vpcorigin/*",
      ]
    },
    {
      Sid = "ChangeFront"
      Action = [
        "cloudfront:GetDistribution", "cloudfront:UpdateDistribution", "cloudfront:DeleteDistribution",
        "cloudfront:GetVpcOrigin", "cloudfront:UpdateVpcOrigin", "cloudfront:DeleteVpcOrigin",
        "cloudfront:ListTagsForResource",
      ]
      Resource = [
        "arn:aws:cloudfront::${local.account}:distribution/*", "arn:aws:cloudfront::${local.account}:vpcorigin/*",
      ]
      Condition = { StringEquals = { "aws:ResourceTag/stage" = stage, "aws:ResourceTag/project" = "payweek" } }
    },
    {
      Sid      = "NamesNothing"
      Action   = ["ec2:Describe*", "ec2:GetManagedPrefixListEntries"]
      Resource = ["*"]
    },
  ] }
}

resource "aws_iam_policy" "service" {
  for_each    = local.stages
  name        = "payweek-deploy-service-${each.key}"
  description = "What a deployment of the machine and its page may do"

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [for statement in local.service[each.key] : merge({ Effect = "Allow" }, statement)]
  })
}

resource "aws_iam_role_policy_attachment" "service" {
  for_each   = local.stages
  role       = aws_iam_role.deploy[each.key].name
  policy_arn = aws_iam_policy.service[each.key].arn
}
